import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { RecordDraft } from '#domain/payments/drafts.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { setRate } from '#functions/rates/change-rates.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { detailOf } from './read-payment.ts';
import { recordPayment } from './record-payment.ts';

type Draft = z.infer<typeof RecordDraft>;

const draft = (change: Partial<Draft> = {}): Draft => ({
  paymentId: crypto.randomUUID(),
  taskId: null,
  customerId: crypto.randomUUID(),
  purpose: 'A new clasp',
  amount: 18_050,
  currency: 'USD',
  method: 'cash',
  paidOn: '2026-03-02',
  note: 'Till 2',
  ...change,
});

async function atCounter(crm: Crm) {
  const admin = await crm.work('admin');
  const { id: customerId } = await crm.addCustomer();
  return { admin, customerId };
}

describe('F238 a payment across the counter', () => {
  test.each(['cash', 'terminal', 'transfer'] as const)('by %s is paid and counts at once', (method) =>
    withCrm(async (crm) => {
      const { admin, customerId } = await atCounter(crm);
      const payment = await recordPayment(admin, draft({ customerId, method }));
      expect(payment).toMatchObject({
        status: 'paid',
        method,
        paidOn: '2026-03-02',
        base: { amount: 18_050, currency: 'USD', rate: '1' },
        counted: 18_050,
      });
      const detail = detailOf(admin, await admin.payments.get(payment.id));
      expect(detail.entries).toMatchObject([{ what: 'recorded', by: { id: admin.caller.memberId }, detail: 'Till 2' }]);
      expect(detail.refundable).toBe(18_050);
    })(),
  );

  test(
    'sent again with another day, method or note is refused: what stands is not what was meant',
    withCrm(async (crm) => {
      const { admin, customerId } = await atCounter(crm);
      const wish = draft({ customerId });
      await recordPayment(admin, wish);
      for (const change of [{ method: 'transfer' }, { paidOn: '2026-03-01' }, { note: 'Till 3' }] as const)
        expect(await refusalOf(recordPayment(admin, { ...wish, ...change }))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'sent twice is recorded once and stands once in the audit log',
    withCrm(async (crm) => {
      const { admin, customerId } = await atCounter(crm);
      const wish = draft({ customerId });
      const [one] = await Promise.all([recordPayment(admin, wish), recordPayment(admin, wish)]);
      await recordPayment(admin, wish);
      expect((await admin.payments.list({ all: true }, { limit: 10 })).items).toHaveLength(1);
      expect(await admin.audit.newest({ limit: 10 })).toMatchObject([
        { action: 'payment-recorded', on: { id: one.id }, detail: { amount: '$180.50', way: 'cash' } },
      ]);
      const other = refusalOf(recordPayment(admin, { ...wish, amount: 1 }));
      expect(await other).toMatchObject({ status: 409 });
    }),
  );

  test(
    'F232 in another currency counts at the rate of the day it was paid, and keeps it',
    withCrm(async (crm) => {
      const { admin, customerId } = await atCounter(crm);
      await setRate(admin, { currency: 'JPY', from: '2026-03-01', rate: '0.0067' });
      const yen = { customerId, amount: 1500, currency: 'JPY' };
      const { id } = await recordPayment(admin, draft(yen));
      await setRate(admin, { currency: 'JPY', from: '2026-03-01', rate: '0.02' });
      expect(await admin.payments.get(id)).toMatchObject({
        amount: 1500,
        currency: 'JPY',
        base: { amount: 1005, currency: 'USD', rate: '0.0067' },
        counted: 1005,
      });
      expect(await refusalOf(recordPayment(admin, draft({ ...yen, paidOn: '2026-02-28' })))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/currency', detail: 'There is no rate of JPY for 2026-02-28' }],
      });
    }),
  );

  test(
    'today and before, in the zone of the business; not tomorrow',
    withCrm(async (crm) => {
      const { admin, customerId } = await atCounter(crm);
      const day = (ms: number) => dayIn('Europe/Oslo', new Date(Date.now() + ms));
      expect(await recordPayment(admin, draft({ customerId, paidOn: day(0) }))).toMatchObject({ paidOn: day(0) });
      expect(await refusalOf(recordPayment(admin, draft({ customerId, paidOn: day(86_400_000) })))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/paidOn' }],
      });
    }),
  );

  test(
    'of a customer who is not there is not found',
    withCrm(async (crm) => {
      expect(await refusalOf(recordPayment(await crm.work('admin'), draft()))).toMatchObject({ status: 404 });
    }),
  );
});

test.each([
  ['nothing', { amount: 0 }, 'amount'],
  ['a negative amount', { amount: -1 }, 'amount'],
  ['a fraction', { amount: 1.5 }, 'amount'],
  ['more than a billion', { amount: 100_000_000_001 }, 'amount'],
  ['a card of Stripe', { method: 'card' as never }, 'method'],
  ['a day that is none', { paidOn: '2026-13-01' }, 'paidOn'],
  ['a note too long', { note: 'x'.repeat(501) }, 'note'],
  ['hidden characters', { note: 'Till \u202e2' }, 'note'],
])('%s is refused', (_, change, field) => {
  const { error } = RecordDraft.safeParse(draft(change));
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});
