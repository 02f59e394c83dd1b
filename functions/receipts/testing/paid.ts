import type { NewPayment, StoredPayment } from '#functions/payments/stored-payment.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { issueReceipt } from '../issue-receipt.ts';

/** A payment that came, of a customer with a login unless said otherwise; it has no receipt yet. */
export async function paid(crm: Crm, change: Partial<NewPayment> = {}): Promise<StoredPayment> {
  const { id, name, email } = await crm.addCustomer(crypto.randomUUID());
  const customer = { id, name, email: email ?? '' };
  return crm.system().payments.addNew(make.payment({ customer, paidOn: '2026-03-02', ...change }));
}

/** The same with its receipt. */
export async function receipted(crm: Crm, change: Partial<NewPayment> = {}): Promise<StoredPayment> {
  const { id } = await paid(crm, change);
  await issueReceipt(crm.system(), id);
  return crm.system().payments.get(id);
}
