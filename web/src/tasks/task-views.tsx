import { SegmentedControl } from '@mantine/core';
import { type Icon, IconCalendar, IconLayoutKanban, IconTable, IconUsers } from '@tabler/icons-react';
import type { TaskView } from './task-view.ts';
import classes from './tasks.module.css';

const faces: Record<TaskView, { icon: Icon; label: string }> = {
  table: { icon: IconTable, label: 'Table' },
  board: { icon: IconLayoutKanban, label: 'Board' },
  calendar: { icon: IconCalendar, label: 'Calendar' },
  assign: { icon: IconUsers, label: 'Assign' },
};

type Props = { views: readonly TaskView[]; view: TaskView; onView: (view: TaskView) => void };

/** Table, board, calendar, and for leaders who does what. */
export function TaskViews({ views, view, onView }: Props) {
  return (
    <SegmentedControl
      aria-label="View"
      className={classes.views ?? ''}
      value={view}
      onChange={onView}
      data={views.map((value) => ({ value, label: <ViewFace view={value} /> }))}
    />
  );
}

/** A phone has room for the sign alone. */
function ViewFace({ view }: { view: TaskView }) {
  const { icon: Sign, label } = faces[view];
  return (
    <span className={classes.view} title={label}>
      <Sign size={16} stroke={1.5} aria-hidden />
      <span className={classes.viewWord}>{label}</span>
    </span>
  );
}
