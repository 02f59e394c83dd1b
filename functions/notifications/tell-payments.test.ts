import { describe, expect, test } from 'vitest';
import type { KnownRefund } from '#domain/payments/facts.ts';
import { aRefund } from '#domain/payments/testing/known-payment.ts';
import type { NewPayment } from '#functions/payments/stored-payment.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { disputeText, refundedText, requestText } from './payment-texts.ts';
import { tellPayments } from './tell-payments.ts';
import { aTaskRoom } from './testing/a-task-room.ts';
import { at, bellOf, minutesFromNow } from './testing/fed.ts';

const ines = { id: crypto.randomUUID(), name: 'Ines Halvorsen' };
const now = () => new Date().toISOString();

type Room = Awaited<ReturnType<typeof aTaskRoom>>;
const paymentOf = ({ task }: Pick<Room, 'task'>, change: Partial<NewPayment>): NewPayment =>
  make.payment({
    customer: task.customer,
    task: { id: task.id, title: task.title },
    amount: 18_050,
    updatedAt: now(),
    ...change,
  });

const paid = () => ({ status: 'paid', method: 'card', paidOn: '2026-03-02', paidAt: now() }) as const;
const refund = (amount: number, change: Partial<KnownRefund> = {}): KnownRefund =>
  aRefund({ amount, by: ines, at: new Date().toISOString(), ...change });

/** As the feed brings it: more than once. */
async function tellTwice(crm: Crm, ...payments: NewPayment[]): Promise<void> {
  for (let times = 0; times < 2; times++)
    for (const payment of payments) await tellPayments(crm.system(), [{ ...payment, kind: 'payment' }]);
}

const textsOf = async (work: Parameters<typeof bellOf>[0]) => (await bellOf(work)).map(({ text }) => text);

describe('the customer', () => {
  test(
    'is told once what staff ask for, by whom, until when and for what; nobody else is',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      const request = { by: ines, at: now(), dueOn: '2026-11-28' };
      await tellTwice(crm, paymentOf(room, { status: 'requested', request, purpose: 'Two sizes up' }));
      expect(await bellOf(room.customer)).toMatchObject([
        {
          kind: 'payment',
          on: { kind: 'payment', title: 'Ring resize' },
          by: 'Ines Halvorsen',
          text: 'asks you to pay $180.50 by 28 November 2026: Two sizes up',
        },
      ]);
      expect(await bellOf(room.employee)).toEqual([]);
      expect(await bellOf(room.admin)).toEqual([]);
    }),
  );

  test(
    'is not asked for what was taken back or paid meanwhile',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      const request = { by: ines, at: now(), dueOn: null };
      await tellTwice(crm, paymentOf(room, { status: 'cancelled', request }));
      expect(await bellOf(room.customer)).toEqual([]);
    }),
  );

  test(
    'is told of each refund that came through, once, and not of one that did not',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      const first = paymentOf(room, { ...paid(), refunds: [refund(3000)] });
      await tellTwice(crm, first, {
        ...first,
        refunds: [...first.refunds, refund(1000), refund(99, { status: 'failed' })],
      });
      const texts = (await textsOf(room.customer)).filter((text) => text.includes('refunded'));
      expect(texts.toSorted()).toEqual([
        '$10.00 of your payment of $180.50 was refunded. It can take your bank 5 to 10 days to show it',
        '$30.00 of your payment of $180.50 was refunded. It can take your bank 5 to 10 days to show it',
      ]);
    }),
  );

  test(
    'gets the receipt in a mail of its own, so the bell alone says that the payment was received',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      await tellTwice(crm, paymentOf(room, paid()));
      const { customer } = room;
      const [told] = (await customer.notifications.list(customer.caller.memberId, { limit: 5 })).items;
      expect(told).toMatchObject({ text: 'Your payment of $180.50 was received' });
      expect(await customer.notifications.find(customer.caller.memberId, told!.id)).toMatchObject({
        channels: ['bell'],
      });
    }),
  );
});

describe('leaders', () => {
  test(
    'are told of a refund that did not go through and of a dispute, opened and decided, each once',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      const manager = await crm.work('manager');
      const failed = refund(3000, { status: 'failed', failureReason: 'The refund failed: expired or canceled card.' });
      const dispute = {
        id: 'dp_1',
        status: 'open',
        amount: 18_050,
        reason: 'Fraudulent',
        openedAt: now(),
        answerBy: '2026-12-01T12:00:00.000Z',
        closedAt: null,
      } as const;
      const open = paymentOf(room, { ...paid(), status: 'disputed', refunds: [failed], dispute });
      await tellTwice(crm, open, { ...open, dispute: { ...dispute, status: 'lost', closedAt: now() } });

      const name = room.task.customer.name;
      for (const leader of [room.admin, manager])
        expect((await textsOf(leader)).toSorted()).toEqual(
          [
            `The bank of ${name} disputes $180.50: fraudulent. Answer in Stripe by 1 December 2026`,
            `The dispute over $180.50 from ${name} was lost: the bank keeps the money`,
            `The refund of $30.00 to ${name} did not go through: The refund failed: expired or canceled card.`,
            'paid $180.50',
          ].toSorted(),
        );
      expect((await textsOf(room.employee)).filter((text) => text.includes('dispute'))).toEqual([]);
    }),
  );

  test(
    'who took the money across the counter is not told of it',
    withCrm(async (crm) => {
      const room = await aTaskRoom(crm);
      const { memberId: id, name } = room.admin.caller;
      const recorded = { by: { id, name }, at: now(), note: '' };
      await tellTwice(crm, paymentOf(room, { ...paid(), method: 'cash', paidAt: null, recorded }));
      expect(await bellOf(room.admin)).toEqual([]);
      expect(await textsOf(room.employee)).toEqual(['paid $180.50']);
    }),
  );
});

test(
  'what changed long ago is not told as if it were new',
  withCrm(async (crm) => {
    const room = await aTaskRoom(crm);
    const request = { by: ines, at: now(), dueOn: null };
    const documents = [
      { ...paymentOf(room, { status: 'requested', request }) },
      { ...paymentOf(room, { ...paid(), refunds: [refund(100)] }) },
    ];
    await tellPayments(at(crm, minutesFromNow(25 * 60)), documents);
    expect(await bellOf(room.customer)).toEqual([]);
  }),
);

describe('the words', () => {
  const payment = {
    amount: 18_050,
    currency: 'USD',
    method: 'card',
    purpose: 'Deposit',
    request: null,
    task: null,
  } as const;
  test('of a request without a task: what it is for is the title', () => {
    expect(requestText(payment)).toBe('asks you to pay $180.50');
  });

  test('of all of it given back', () => {
    expect(refundedText(payment, { amount: 18_050 })).toMatch(/^Your payment of \$180\.50 was refunded\. /);
  });

  test('of money given back across the counter say nothing of a bank', () => {
    expect(refundedText({ ...payment, method: 'cash' }, { amount: 50 })).toBe(
      '$0.50 of your payment of $180.50 was refunded',
    );
  });

  test('of a dispute that was won', () => {
    const customer = { id: '', name: 'Dipika', email: '' };
    const won = { status: 'won', amount: 18_050, reason: 'Fraudulent', answerBy: null } as const;
    expect(disputeText({ currency: 'USD', customer }, won)).toBe(
      'The dispute over $180.50 from Dipika was won: the money stays with you',
    );
  });
});
