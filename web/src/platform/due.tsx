import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatDay } from './format-moment.ts';
import { Status } from './status.tsx';

type Props = { on: string | null; isOverdue: boolean; today: string };

/** A calendar day by which something is due; the sign and the word say what the colour says. */
export function Due({ on, isOverdue, today }: Props) {
  if (!on) return <span className="muted">No date</span>;
  const word = on === today ? 'Today' : formatDay(on).replace(` ${today.slice(0, 4)}`, '');
  if (!isOverdue) return <span className="figures">{word}</span>;
  return (
    <span title="Overdue">
      <Status icon={IconAlertTriangle} tone="bad">
        {word}
      </Status>
      <VisuallyHidden>overdue</VisuallyHidden>
    </span>
  );
}
