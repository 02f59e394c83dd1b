import type { Context } from './context.ts';

export type Action =
  | 'expire-session'
  | 'settle-entry'
  | 'finish-refund'
  | 'fail-refund'
  | 'open-dispute'
  | 'win-dispute'
  | 'lose-dispute';

/** Writes down what shall happen to an object; `dueAt` is in unix seconds. */
export function later({ store, account }: Context, action: Action, objectId: string, dueAt: number): void {
  store.db
    .prepare('insert into tasks (due_at, action, account, object_id) values (?, ?, ?, ?)')
    .run(dueAt, action, account, objectId);
}
