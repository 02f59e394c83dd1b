import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';

/** `wasHere`: the reader had it before them, and it went meanwhile. */
export function NoTask({ home, wasHere }: { home: string; wasHere: boolean }) {
  const { member } = useMe();
  const [title, text] = wordsOf(wasHere, may(member, 'tasks.delete'));
  return (
    <Empty
      title={title}
      action={
        <Anchor component={Link} to={home}>
          Go to the tasks
        </Anchor>
      }
    >
      {text}
    </Empty>
  );
}

function wordsOf(wasHere: boolean, mayDelete: boolean): [title: string, text: string] {
  if (!wasHere) return ['This task is not here', 'It may have been given to somebody else, or the address is wrong.'];
  return mayDelete
    ? ['This task was deleted', 'It went with its messages. For 30 days it can be taken back.']
    : ['This task has gone', 'It was deleted or given to somebody else just now. Nothing you sent before is lost.'];
}
