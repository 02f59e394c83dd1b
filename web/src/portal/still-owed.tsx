import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { sumsOf } from '#domain/kernel/money.ts';
import { byUrgency, dueWords, listMoney, subjectOf } from './own-words.ts';
import { duePayments } from './pay-queries.ts';

/** What is still asked for, on the same task where there is one; nothing when nothing is. */
export function StillOwed({ task }: Pick<Payment, 'task'>) {
  const { workspace } = useMe();
  const due = useQuery(duePayments).data?.items ?? [];
  const owed = due.filter((payment) => !task || payment.task?.id === task.id).toSorted(byUrgency);
  const [first] = owed;
  if (!first) return null;
  const when = dueWords(first, dayIn(workspace.timeZone, new Date()));
  return (
    <>
      You still owe {listMoney(sumsOf(owed))}
      {task && ' on this task'}
      {owed.length === 1 && ` for ${subjectOf(first)}`}
      {when && `. ${when.words}`}. <Link to="/portal/pay">Pay the rest</Link>
    </>
  );
}
