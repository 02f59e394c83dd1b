import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { SessionList } from './session-list.tsx';
import { sessionsOf, useSignOutMember } from './session-queries.ts';

/** Where a member is signed in to this business; an admin ends all of it at once. */
export function MemberSessions({ memberId }: { memberId: string }) {
  const sessions = useQuery(sessionsOf(memberId));
  const signOut = useSignOutMember(memberId);
  const items = sessions.data?.items ?? [];
  return (
    <Section
      title="Sessions"
      action={
        items.length > 0 && (
          <Button size="xs" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            Sign out everywhere
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
      {sessions.isSuccess && items.length === 0 && (
        <Inset>
          <p className="muted">Not signed in anywhere.</p>
        </Inset>
      )}
      <SessionList label="Sessions" sessions={items} />
    </Section>
  );
}
