import { unlessChanged } from '#functions/platform/unless-changed.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredPayment } from './stored-payment.ts';

type Ground = Pick<SystemWork, 'payments'>;
type Person = { id: string; name: string };

/** Whoever asked, paid or gave back has another name from now on. It is no news of the payment. Safe to repeat. */
export async function renameInPayments({ payments }: Ground, person: Person): Promise<void> {
  for (const id of await payments.namingOtherwise(person.id, person.name)) await renameIn({ payments }, id, person);
}

async function renameIn({ payments }: Ground, paymentId: string, person: Person): Promise<void> {
  for (;;) {
    const next = renamed(await payments.get(paymentId), person);
    if (await unlessChanged(payments.replace(next))) return;
  }
}

function renamed(payment: StoredPayment, { id, name }: Person): StoredPayment {
  const named = <By extends Person | null>(by: By): By => (by?.id === id ? { ...by, name } : by);
  const doneBy = <Act extends { by: Person | null }>(act: Act): Act => ({ ...act, by: named(act.by) });
  const { employee, request, recorded, cancelled, attempts, refunds } = payment;
  return {
    ...payment,
    employee: named(employee),
    request: request && doneBy(request),
    recorded: recorded && doneBy(recorded),
    cancelled: cancelled && doneBy(cancelled),
    attempts: attempts.map(doneBy),
    refunds: refunds.map(doneBy),
  };
}
