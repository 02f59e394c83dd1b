import { problems } from '#domain/kernel/problem.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import type { Work } from '#functions/work.ts';
import type { NewPayment, StoredPayment } from './stored-payment.ts';

type Added = { payment: StoredPayment; isNew: boolean };

/** Its id was made by who sends it: the same again is the one that stands, another one under that id is refused. */
export async function addOnce({ payments }: Pick<Work, 'payments'>, payment: NewPayment): Promise<Added> {
  try {
    return { payment: await payments.addNew(payment), isNew: true };
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
    const stored = await payments.find(payment.id);
    if (stored && wishOf(stored) === wishOf(payment)) return { payment: stored, isNew: false };
    throw problems.conflict('This was already used for another payment. Please start anew.');
  }
}

const wishOf = ({ customer, task, amount, currency, purpose, request, recorded, ...given }: NewPayment): string => {
  const wish = [customer.id, task?.id, amount, currency, purpose];
  // Of what was asked for, the day and the method come with the money.
  const taken = recorded && [recorded.by.id, recorded.note, given.method, given.paidOn];
  return JSON.stringify([...wish, request?.by.id, request?.dueOn, taken]);
};
