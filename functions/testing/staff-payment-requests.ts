import { paymentRoutes } from '#domain/payments/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const wish = ({ ids: { taskId } }: Business) => ({
  paymentId: crypto.randomUUID(),
  taskId,
  purpose: 'A new clasp',
  amount: 2500,
  currency: 'USD',
});
const record = (business: Business) => ({ ...wish(business), method: 'cash' as const, paidOn: '2026-01-05' });
const euro = { currency: 'EUR', from: '2026-01-05', rate: '1.05' };

/** The accepted requests of the routes by which staff ask for money, record it and give it back. */
export const staffPaymentRequests: Record<string, Make> = {
  'payments-request': async (business) => ({ person: business.people.admin, sent: { body: wish(business) } }),
  'payments-record': async (business) => ({ person: business.people.admin, sent: { body: record(business) } }),

  'payments-cancel': async (business) => {
    const { admin } = business.people;
    const { id: paymentId } = await admin.call(paymentRoutes.request, { body: wish(business) });
    return { person: admin, sent: { params: { paymentId } } };
  },

  'payments-refund': async (business) => {
    const { admin } = business.people;
    const { id: paymentId } = await admin.call(paymentRoutes.record, { body: record(business) });
    const body = { refundId: crypto.randomUUID(), amount: 500, reason: 'requested-by-customer' };
    return { person: admin, sent: { params: { paymentId }, body } };
  },

  'rates-set': async ({ people }) => ({ person: people.admin, sent: { body: euro } }),
  'rates-remove': async ({ people }) => {
    const { currency, from } = await people.admin.call(rateRoutes.set, { body: euro });
    return { person: people.admin, sent: { params: { currency, from } } };
  },
};
