import { paymentRoutes } from '#domain/payments/routes.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { mailTo, type Person } from '#infra/people/person.ts';
import { aPhoto } from './a-photo.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** The id of a payment for the task that came across the counter, once its receipt has gone by mail. */
export async function receiptedPayment(
  { mailUrl, admin }: { mailUrl: string; admin: Person },
  { taskId, email, marker }: { taskId: string; email: string; marker: string },
): Promise<string> {
  const money = { amount: 4_500, currency: 'USD', method: 'cash' as const, paidOn: '2026-01-05' };
  const body = { paymentId: crypto.randomUUID(), taskId, purpose: marker, ...money };
  const { id } = await admin.call(paymentRoutes.record, { body });
  await mailTo(mailUrl, email, ({ subject, text }) => subject.includes('receipt') && text.includes(marker));
  return id;
}

const onReceipted: Make = async ({ people, ids: { receiptedId } }) => ({
  person: people.admin,
  sent: { params: { paymentId: receiptedId } },
});

/** The accepted requests of the routes of receipts. */
export const receiptRequests: Record<string, Make> = {
  'receipts-read': onReceipted,
  'receipts-pdf': onReceipted,
  'receipts-send': onReceipted,

  'receipts-change-details': async ({ people }) => {
    const { version } = await people.admin.call(receiptRoutes.details);
    const words = { name: 'Marlow Street', address: '', taxNumber: '', email: '', footer: '' };
    return { person: people.admin, sent: { body: { ...words, version } } };
  },

  'receipts-change-logo': async ({ people }) => ({ person: people.admin, sent: { file: await aPhoto() } }),
  'receipts-remove-logo': async ({ people }) => ({ person: people.admin, sent: {} }),
};
