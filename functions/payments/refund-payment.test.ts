import { describe, expect, test } from 'vitest';
import type { RefundReason } from '#domain/payments/refund.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { paidByCard } from '#functions/testing/paid-by-card.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { make } from '#functions/testing/make.ts';
import { askRefund } from './ask-refund.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import { detailOf } from './read-payment.ts';
import { recordPayment } from './record-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { happen } from './testing/at-stripe.ts';

const draft = (amount: number, change: object = {}) => ({
  refundId: crypto.randomUUID(),
  amount,
  reason: 'requested-by-customer' as RefundReason,
  note: '',
  ...change,
});

async function aRecord(crm: Crm) {
  const admin = await crm.work('admin');
  const customer = await crm.addCustomer();
  const { id } = await recordPayment(admin, {
    paymentId: crypto.randomUUID(),
    taskId: null,
    customerId: customer.id,
    purpose: 'A new clasp',
    amount: 10_000,
    currency: 'USD',
    method: 'cash',
    paidOn: '2026-03-02',
    note: '',
  });
  return { admin, paymentId: id };
}

describe('a refund', () => {
  test(
    'of all of it is asked of Stripe, stored with who and why, and the payment no longer counts',
    withCrm(async (crm) => {
      const { paymentId, refundsAtStripe } = await paidByCard(crm);
      const admin = await crm.work('admin');
      const detail = await refundPayment(admin, paymentId, draft(10_000, { note: 'The ring came back' }));
      expect(detail).toMatchObject({ status: 'refunded', refunded: 10_000, counted: null, refundable: 0 });
      expect(detail.refunds).toMatchObject([
        {
          amount: 10_000,
          reason: 'requested-by-customer',
          note: 'The ring came back',
          status: 'succeeded',
          by: { id: admin.caller.memberId },
        },
      ]);
      expect(await refundsAtStripe()).toMatchObject([
        { amount: 10_000, reason: 'requested_by_customer', metadata: { paymentId } },
      ]);
    }),
  );

  test(
    'of a part leaves the rest counted and free to give back',
    withCrm(async (crm) => {
      const { paymentId } = await paidByCard(crm);
      const admin = await crm.work('admin');
      await refundPayment(admin, paymentId, draft(3000));
      const detail = await refundPayment(admin, paymentId, draft(2500, { reason: 'duplicate' }));
      expect(detail).toMatchObject({ status: 'partially-refunded', refunded: 5500, counted: 4500, refundable: 4500 });
      expect(detail.refunds.map(({ amount }) => amount)).toEqual([3000, 2500]);
    }),
  );

  test(
    'sent twice, also at once, gives back once; its id for another amount is refused',
    withCrm(async (crm) => {
      const { paymentId, givenAtStripe } = await paidByCard(crm);
      const admin = await crm.work('admin');
      const once = draft(3000);
      await Promise.all(Array.from({ length: 4 }, () => refundPayment(admin, paymentId, once)));
      expect(await refundPayment(admin, paymentId, once)).toMatchObject({ refunded: 3000, refundable: 7000 });
      expect(await refusalOf(refundPayment(admin, paymentId, { ...once, amount: 4000 }))).toMatchObject({
        status: 409,
      });
      expect(await givenAtStripe()).toBe(3000);
      const refunds = (await admin.audit.newest({ limit: 20 })).filter(({ action }) => action === 'payment-refunded');
      expect(refunds).toMatchObject([
        { by: { name: admin.caller.name }, on: { kind: 'payment', id: paymentId }, detail: { amount: '$30.00' } },
      ]);
    }),
  );

  test(
    'of more than is left is refused, and nothing is asked of Stripe',
    withCrm(async (crm) => {
      const { paymentId, givenAtStripe } = await paidByCard(crm);
      const admin = await crm.work('admin');
      await refundPayment(admin, paymentId, draft(3000));
      expect(await refusalOf(refundPayment(admin, paymentId, draft(7001)))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/amount', detail: 'At most $70.00 can be given back' }],
      });
      await refundPayment(admin, paymentId, draft(7000));
      expect(await refusalOf(refundPayment(admin, paymentId, draft(1)))).toMatchObject({
        status: 409,
        detail: 'All of it has been given back, or is on its way.',
      });
      expect(await givenAtStripe()).toBe(10_000);
    }),
  );

  test(
    'of a payment that is not there, not paid or from a file is refused',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const unpaid = await admin.payments.addNew(make.payment());
      const imported = await admin.payments.addNew(make.payment({ paidOn: '2026-03-02', importId: admin.newId() }));
      expect(await refusalOf(refundPayment(admin, admin.newId(), draft(1)))).toMatchObject({ status: 404 });
      for (const { id } of [unpaid, imported])
        expect(await refusalOf(refundPayment(admin, id, draft(1)))).toMatchObject({ status: 409 });
    }),
  );
});

describe('R5 at once', () => {
  test(
    'two admins who give all of it back: one does, the other is told',
    withCrm(async (crm) => {
      const { customer, paymentId, givenAtStripe } = await paidByCard(crm);
      const [one, other] = [await crm.work('admin'), await crm.work('admin')];
      const refusals = await Promise.all(
        [one, other].map((admin) => refusalOf(refundPayment(admin, paymentId, draft(10_000)))),
      );
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(refusals.find((refusal) => refusal !== null)).toMatchObject({ status: 409 });
      expect(await givenAtStripe()).toBe(10_000);
      expect(await customer.payments.get(paymentId)).toMatchObject({ status: 'refunded', refunded: 10_000 });
    }),
  );

  test(
    'many parts never come to more than was paid, and what is stored is what Stripe gave',
    withCrm(async (crm) => {
      const { paymentId, givenAtStripe } = await paidByCard(crm);
      const admins = await Promise.all([crm.work('admin'), crm.work('admin'), crm.work('admin')]);
      const refusals = await Promise.all(
        Array.from({ length: 9 }, (_, n) => refusalOf(refundPayment(admins[n % 3]!, paymentId, draft(3000)))),
      );
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(3);
      const stored = await fulfilPayment(admins[0], paymentId);
      expect(stored).toMatchObject({ refunded: 9000, counted: 1000, status: 'partially-refunded' });
      expect(await givenAtStripe()).toBe(9000);
    }),
  );

  test(
    'a dispute that comes first wins: Stripe refuses the refund, and its amount is not lost on the way',
    withCrm(async (crm) => {
      const { paymentId, intentId } = await paidByCard(crm);
      const admin = await crm.work('admin');
      await happen('dispute', { payment: intentId, to: 'open' });
      const detail = await refundPayment(admin, paymentId, draft(4000));
      expect(detail).toMatchObject({ status: 'disputed', refunded: 0, counted: 10_000, refundable: 0 });
      expect(detail.refunds).toMatchObject([
        { status: 'failed', failureReason: expect.stringContaining('charged back') },
      ]);
      expect(await refusalOf(refundPayment(admin, paymentId, draft(4000)))).toMatchObject({
        status: 409,
        detail: "The customer's bank has asked for this money: it decides who gets it.",
      });

      await happen('dispute', { payment: intentId, to: 'won' });
      await fulfilPayment(admin, paymentId);
      expect(await refundPayment(admin, paymentId, draft(4000))).toMatchObject({ refunded: 4000, refundable: 6000 });
    }),
  );

  test(
    "a refund in Stripe's dashboard that is not known here yet: the one asked for here is refused, and both stand there",
    withCrm(async (crm) => {
      const { paymentId, intentId } = await paidByCard(crm);
      await happen('refund', { payment: intentId, amount: 6000 });
      const detail = await refundPayment(await crm.work('admin'), paymentId, draft(5000));
      expect(detail).toMatchObject({ refunded: 6000, refundable: 4000 });
      expect(detail.refunds).toHaveLength(2);
      expect(detail.refunds).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ status: 'failed', amount: 5000 }),
          expect.objectContaining({ status: 'succeeded', amount: 6000, by: null }),
        ]),
      );
    }),
  );
});

describe('a refund whose end is not known at once', () => {
  const failsLater = '4000 0000 0000 5126';

  test(
    'that fails later gives its amount free again',
    withCrm(async (crm) => {
      const { paymentId, refundsAtStripe } = await paidByCard(crm, failsLater);
      const admin = await crm.work('admin');
      await refundPayment(admin, paymentId, draft(4000));
      const [refund] = await refundsAtStripe();
      await happen('settle-refund', { refund: refund!.id, to: 'failed' });
      const detail = detailOf(admin, await fulfilPayment(admin, paymentId));
      expect(detail).toMatchObject({ status: 'paid', refunded: 0, counted: 10_000, refundable: 10_000 });
      expect(detail.refunds).toMatchObject([
        { status: 'failed', failureReason: 'The refund failed: expired or canceled card.' },
      ]);
    }),
  );

  test(
    'R2 while Stripe is away it stays asked and holds its amount; asked again it is the same refund',
    withCrm(async (crm) => {
      const { paymentId, givenAtStripe } = await paidByCard(crm);
      const admin = await crm.work('admin');
      const away = async (): Promise<never> => {
        throw new stripe.errors.StripeConnectionError({ message: 'No answer', type: 'api_error' } as never);
      };
      const reported: unknown[] = [];
      const refunds = Object.assign(Object.create(stripe.refunds) as typeof stripe.refunds, { create: away });
      const cutOff = Object.assign(Object.create(stripe) as typeof stripe, { refunds });
      const work = { ...admin, stripe: cutOff, report: (error: unknown) => void reported.push(error) };

      const detail = await refundPayment(work, paymentId, draft(4000));
      expect(detail.refunds).toMatchObject([{ status: 'asked' }]);
      expect(detail).toMatchObject({ refunded: 0, refundable: 6000 });
      expect(reported).toHaveLength(1);

      const stored = await admin.payments.get(paymentId);
      for (let times = 0; times < 2; times++) await askRefund(admin, stored, stored.refunds[0]!);
      expect(await fulfilPayment(admin, paymentId)).toMatchObject({ refunded: 4000, status: 'partially-refunded' });
      expect(await givenAtStripe()).toBe(4000);
    }),
  );

  test(
    'on an account that is no longer connected is refused with what to do, and holds no amount',
    withCrm(async (crm) => {
      const { paymentId } = await paidByCard(crm);
      const admin = await crm.work('admin');
      const stored = await admin.payments.get(paymentId);
      await admin.payments.replace({ ...stored, account: 'nobody' });
      expect(await refusalOf(refundPayment(admin, paymentId, draft(4000)))).toMatchObject({
        status: 409,
        detail: expect.stringContaining('refund it in Stripe'),
      });
      expect((await admin.payments.get(paymentId)).refunds).toMatchObject([{ status: 'failed' }]);
    }),
  );
});

test(
  'F238 money taken across the counter is given back there: at once, at most what was paid',
  withCrm(async (crm) => {
    const { admin, paymentId } = await aRecord(crm);
    expect(await refundPayment(admin, paymentId, draft(4000))).toMatchObject({
      status: 'partially-refunded',
      refunded: 4000,
      counted: 6000,
      refundable: 6000,
      refunds: [{ status: 'succeeded' }],
    });
    expect(await refusalOf(refundPayment(admin, paymentId, draft(6001)))).toMatchObject({ status: 400 });
    const refusals = await Promise.all([1, 2].map(() => refusalOf(refundPayment(admin, paymentId, draft(6000)))));
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(await admin.payments.get(paymentId)).toMatchObject({ status: 'refunded', counted: null });
  }),
);

test(
  'the customer reads what was given back, without the note for colleagues',
  withCrm(async (crm) => {
    const { customer, paymentId } = await paidByCard(crm);
    await refundPayment(await crm.work('admin'), paymentId, draft(4000, { note: 'He was rude' }));
    const detail = detailOf(customer, await customer.payments.get(paymentId));
    expect(detail.refunds).toMatchObject([{ amount: 4000 }]);
    expect(JSON.stringify(detail)).not.toContain('rude');
  }),
);

test(
  'R3 a refund that is asked for again when Stripe has forgotten its key is given back once',
  withCrm(async (crm) => {
    const { paymentId, intentId, account, refundsAtStripe } = await paidByCard(crm);
    const admin = await crm.work('admin');
    const { refundId, ...again } = draft(4000);
    const by = { id: admin.caller.memberId, name: 'Ada' };
    const at = new Date().toISOString();
    const asked = { ...again, id: refundId, status: 'asked', failureReason: null, by, at, stripeId: null } as const;
    await admin.payments.replace({ ...(await admin.payments.get(paymentId)), refunds: [asked] });
    const metadata = { workspaceId: crm.workspace.id, paymentId, refundId };
    await stripe.refunds.create({ payment_intent: intentId, amount: 4000, metadata }, stripeOn(account));

    expect(await refundPayment(admin, paymentId, { refundId, ...again })).toMatchObject({ refunded: 4000 });
    expect(await refundsAtStripe()).toHaveLength(1);
  }),
);
