import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownPayment } from './facts.ts';
import { heard, type StripeWord, withOutcome, type Worth } from './outcome.ts';
import { isDue } from './payment.ts';
import { dipika, knownPayment, openedPage } from './testing/known-payment.ts';

const opened = '2026-03-01T08:00:00.000Z';
const by = dipika;
const payment = knownPayment({ createdAt: opened, status: 'pending', attempts: [openedPage(opened)] });
const silence: StripeWord = {
  sessionId: 'cs_1',
  page: 'open',
  expiredAt: null,
  declines: [],
  failureReason: null,
  method: null,
  processingAt: null,
  paid: null,
  refunds: [],
  dispute: null,
};
const worth: Worth = { paidOn: '2026-03-01', base: { amount: 9_000, currency: 'EUR', rate: '0.9' } };
const card = { method: 'card', methodDetail: 'Visa ending 4242' } as const;
const charge = { id: 'ch_1', intentId: 'pi_1', receiptUrl: 'https://example.com/receipt' };
const at = (minute: number): string => new Date(Date.parse(opened) + minute * 60_000).toISOString();

const paid: StripeWord = { ...silence, page: 'paid', method: card, paid: { at: at(5), refunded: 0, charge } };
const given = (refunded: number): StripeWord => ({ ...paid, paid: { ...paid.paid!, refunded } });
const disputed = (status: 'open' | 'won' | 'lost', refunded = 0): StripeWord => ({
  ...given(refunded),
  dispute: {
    id: 'dp_1',
    status,
    amount: 10_000,
    reason: 'Fraudulent',
    openedAt: at(9),
    answerBy: null,
    closedAt: status === 'open' ? null : at(10),
  },
});
const hear = (stored: KnownPayment, word: StripeWord) => heard(stored, word, word.paid && worth);

describe('how a payment stands follows from what is known', () => {
  test.each([
    ['an open page', silence, 'pending', null],
    ['a declined card', { ...silence, failureReason: 'Your card was declined.' }, 'failed', null],
    ['a bank that takes its time', { ...silence, page: 'waiting' as const }, 'processing', null],
    ["a bank's late no", { ...silence, page: 'failed' as const }, 'failed', null],
    ['a page nobody used', { ...silence, page: 'expired' as const, expiredAt: at(60) }, 'expired', null],
    ['money', paid, 'paid', 9_000],
    ['a part given back', given(2_500), 'partially-refunded', 6_750],
    ['all given back', given(10_000), 'refunded', null],
    ['a bank that asks for the money back', disputed('open'), 'disputed', 9_000],
    ['a bank that took it', disputed('lost'), 'disputed', null],
    ['a dispute that was won', disputed('won'), 'paid', 9_000],
    ['a dispute won after a part was given back', disputed('won', 5_000), 'partially-refunded', 4_500],
  ])('%s', (_, word, status, counted) => {
    expect(hear(payment, word)).toMatchObject({ status, counted });
  });

  test('what was asked for and nobody tried to pay is requested, and due', () => {
    const request = { by, at: opened, dueOn: null };
    const asked = withOutcome({ ...payment, request, attempts: [] });
    expect(asked.status).toBe('requested');
    expect(isDue(asked)).toBe(true);
  });

  test('what was taken back stays so when its page expires; money that came all the same counts', () => {
    const cancelled = withOutcome({ ...payment, cancelled: { by, at: at(3) } });
    expect(hear(cancelled, { ...silence, page: 'expired', expiredAt: at(4) }).status).toBe('cancelled');
    expect(hear(cancelled, paid)).toMatchObject({ status: 'paid', counted: 9_000 });
  });

  test('an undone import stays undone', () => {
    expect(withOutcome({ ...payment, status: 'withdrawn', paidOn: '2026-03-01', base: worth.base })).toMatchObject({
      status: 'withdrawn',
      counted: null,
    });
  });

  test('the rate of the day it was paid stays, whatever the rate is later', () => {
    const once = hear(payment, paid);
    const later = { paidOn: '2026-04-01', base: { amount: 8_000, currency: 'EUR', rate: '0.8' } };
    expect(heard(once, given(1), later)).toMatchObject({ paidOn: '2026-03-01', base: worth.base });
  });

  test('without a rate it is paid and counts once there is one', () => {
    const unknown = heard(payment, paid, { paidOn: '2026-03-01', base: null });
    expect(unknown).toMatchObject({ status: 'paid', counted: null, paidOn: '2026-03-01' });
    expect(heard(unknown, paid, worth).counted).toBe(9_000);
  });
});

describe('refunds', () => {
  const asked = {
    id: crypto.randomUUID(),
    amount: 2_500,
    reason: 'duplicate',
    note: 'twice',
    status: 'asked',
    failureReason: null,
    by,
    at: at(6),
    stripeId: null,
  } as const;
  const { by: _, note: __, ...toldOf } = asked;
  const told = { ...toldOf, stripeId: 're_1' };

  test('one that was asked for waits until Stripe knows it, and keeps who asked and why', () => {
    const waiting = hear({ ...hear(payment, paid), refunds: [asked] }, paid);
    expect(waiting.refunds).toEqual([asked]);
    const done = hear(waiting, { ...given(2_500), refunds: [{ ...told, status: 'succeeded' }] });
    expect(done.refunds).toEqual([{ ...asked, status: 'succeeded', stripeId: 're_1' }]);
  });

  test("one made in Stripe's dashboard appears, by nobody here", () => {
    const word = { ...given(100), refunds: [{ ...told, amount: 100, status: 'succeeded' as const }] };
    expect(hear(payment, word)).toMatchObject({ refunded: 100, refunds: [{ by: null, amount: 100, note: '' }] });
  });

  test('one that fails later goes back', () => {
    const done = hear(payment, { ...given(2_500), refunds: [{ ...told, status: 'succeeded' }] });
    const back = hear(done, { ...paid, refunds: [{ ...told, status: 'failed', failureReason: 'Lost card' }] });
    expect(back).toMatchObject({ status: 'paid', counted: 9_000, refunds: [{ status: 'failed' }] });
  });
});

describe('R4 whatever is heard, and however often', () => {
  // Stripe's history of one payment: what one may read of it, oldest first.
  const decline = (n: number): StripeWord => ({
    ...silence,
    failureReason: `Declined ${n}`,
    method: card,
    declines: Array.from({ length: n }, (_, i) => ({ chargeId: `ch_no_${i}`, attempt: 1, at: at(i), reason: 'No' })),
  });
  const histories: StripeWord[][] = [
    [silence, paid, given(2_500), given(10_000)],
    [silence, paid, given(2_500), paid],
    [silence, decline(1), decline(2), { ...paid, declines: decline(2).declines }],
    [silence, { ...silence, page: 'waiting', processingAt: at(2) }, { ...paid, processingAt: at(2) }],
    [
      silence,
      { ...silence, page: 'waiting', processingAt: at(2) },
      { ...decline(1), page: 'failed', processingAt: at(2) },
    ],
    [silence, decline(1), { ...decline(1), page: 'expired', expiredAt: at(60) }],
    [silence, paid, disputed('open'), disputed('won'), disputed('won', 100)],
    [silence, paid, given(100), disputed('open', 100), disputed('lost', 100)],
  ];
  const somewhere = fc
    .constantFrom(...histories)
    .chain((history) => fc.tuple(fc.constant(history), fc.array(fc.nat(history.length - 1), { maxLength: 10 })));

  test('it ends as if only the last word had been heard', () => {
    fc.assert(
      fc.property(somewhere, ([history, places]) => {
        // Stripe is read after what is stored, so no word is older than the one before.
        const words = places.toSorted((one, other) => one - other).map((place) => history[place]!);
        const last = history.at(-1)!;
        expect([...words, last].reduce(hear, payment)).toEqual(hear(payment, last));
      }),
    );
  });

  test('the same word twice changes nothing', () => {
    for (const word of histories.flat()) expect(hear(hear(payment, word), word)).toEqual(hear(payment, word));
  });
});
