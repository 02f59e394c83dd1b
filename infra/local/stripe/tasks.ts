import type { Context } from './context.ts';
import { expireSession } from './payments/expire-session.ts';
import type { Action } from './later.ts';
import { decideDispute, disputeSoon } from './payments/dispute.ts';
import { settleEntry } from './payments/ledger.ts';
import { failRefund, finishRefund } from './payments/refund.ts';

/** What happens later by itself; on disk, so that a restart only delays it. */
const actions: Record<Action, (context: Context, objectId: string) => void> = {
  'expire-session': expireSession,
  'settle-entry': settleEntry,
  'finish-refund': finishRefund,
  'fail-refund': failRefund,
  'open-dispute': disputeSoon,
  'win-dispute': (context, id) => decideDispute(context, id, 'won'),
  'lose-dispute': (context, id) => decideDispute(context, id, 'lost'),
};

interface DueTask {
  seq: number;
  action: Action;
  account: string;
  object_id: string;
}

/** Does every task whose moment has come, each in one transaction with its events. */
export function doDueTasks(contextOf: (account: string) => Context): number {
  const { store, clock } = contextOf('');
  const due = store.db
    .prepare('select seq, action, account, object_id from tasks where due_at <= ? order by due_at, seq')
    .all(clock.now()) as unknown as DueTask[];

  for (const task of due) {
    store.together(() => {
      store.db.prepare('delete from tasks where seq = ?').run(task.seq);
      actions[task.action](contextOf(task.account), task.object_id);
    });
  }
  return due.length;
}
