import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { SessionList } from './session-list.tsx';
import { mySessions, useEndOthers, useEndSession } from './session-queries.ts';

/** Where I am signed in, and the way to end it. */
export function SessionsSection() {
  const sessions = useQuery(mySessions);
  const end = useEndSession();
  const endOthers = useEndOthers();
  const items = sessions.data?.items ?? [];
  return (
    <Section
      title="Where you are signed in"
      action={
        items.length > 1 && (
          <Button size="xs" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      {sessions.isPending && <Loading rows={2} />}
      {sessions.isError && (
        <Inset>
          <Failed error={sessions.error} retry={() => void sessions.refetch()} />
        </Inset>
      )}
      <SessionList
        label="Sessions"
        sessions={items}
        isEnding={end.isPending}
        onEnd={(session) => end.mutate(session.id)}
      />
    </Section>
  );
}
