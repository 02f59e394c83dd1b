import * as z from 'zod';

/** The ways to look at the tasks; the first is the usual one and stands in no address. */
export const TaskView = z.enum(['table', 'board', 'calendar', 'assign']);
export type TaskView = z.infer<typeof TaskView>;

/** Who may not give tasks to others has no board to give them on. */
export const viewsFor = (isLeader: boolean): readonly TaskView[] =>
  TaskView.options.filter((view) => isLeader || view !== 'assign');
