import { describe, expect, test } from 'vitest';
import type { Measures } from '#domain/customers/customer.ts';
import { type SegmentCuts, scoresOf } from './cuts.ts';
import { nextStep } from './next-step.ts';
import { payersOf, withMeasures } from './payers.ts';
import { scoreCustomer } from './score-customer.ts';
import type { ScoredCustomer } from './segment.ts';
import { usualSettings } from './settings.ts';
import { standingWords } from './standing-words.ts';
import { summarise } from './summarise.ts';
import { toldScores } from './told-scores.ts';

const today = '2026-03-31';
const { weights, bins } = usualSettings;
type Figures = { lastPaidOn: string; frequency: number; monetary: number; market?: number | null };

const measuresOf = ({ market = null, ...figures }: Figures): Measures => ({
  firstPaidOn: figures.lastPaidOn,
  days: 1,
  market,
  bornOn: null,
  ...figures,
});
const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** The customer at `at` of a business whose customers have these figures, with all that is told of them. */
function standingAt(at: number, figures: readonly Figures[], change: Partial<Measures> = {}) {
  const all = figures.map((each, index): [string, Measures] => [idOf(index), measuresOf(each)]);
  const payers = withMeasures(payersOf(0), new Map(all));
  const { cuts } = summarise(payers, { bins, today });
  const [, measures] = all[at] ?? ['', null];
  const customer = customerOf(idOf(at), measures && { ...measures, ...change }, cuts);
  const scores = toldScores(customer, { payers, cuts, today });
  return { payers, cuts, customer, scores, of: Object.fromEntries(scores.map((score) => [score.measure, score])) };
}

const customerOf = (id: string, measures: Measures | null, cuts: SegmentCuts | null): ScoredCustomer =>
  scoreCustomer(
    {
      id,
      name: 'Hugo Falkenrath',
      email: null,
      reference: null,
      memberId: null,
      owner: null,
      place: null,
      bornOn: null,
      measures,
      createdAt: '2026-01-01T00:00:00.000Z',
      version: '"1"',
    },
    { cuts, scheme: 'eleven', weights, today },
  );

/** Ten customers, each more recent, more frequent and richer than the one before. */
const ladder = Array.from({ length: 10 }, (_, at) => ({
  lastPaidOn: `2026-03-${String(at + 10)}`,
  frequency: at + 1,
  monetary: (at + 1) * 10_000,
  market: at < 5 ? null : at,
}));

describe('a score in words', () => {
  test('says before how many of the others it stands, and where the scores begin', () => {
    const { recency, frequency, monetary, population } = standingAt(5, ladder).of;
    expect(recency).toMatchObject({ score: 3, value: 16, above: 55, steps: [19, 17, 15, 13] });
    expect(recency?.words).toBe('Paid more recently than 55 % of your customers');
    expect(frequency?.words).toBe('Paid more often than 55 % of your customers');
    expect(monetary).toMatchObject({ value: 60_000, words: 'Spent more than 55 % of your customers' });
    expect(population).toMatchObject({ above: 0, words: 'None of your customers lives in a smaller market' });
  });

  test('of the best and of the last', () => {
    expect(standingAt(9, ladder).of['monetary']).toMatchObject({ above: 100, words: 'Spent more than all the others' });
    expect(standingAt(0, ladder).of['recency']).toMatchObject({
      above: 0,
      words: 'None of your customers paid longer ago',
    });
  });

  test('of the one customer there is compares with nobody', () => {
    const { recency, population } = standingAt(0, ladder.slice(0, 1)).of;
    expect(recency).toMatchObject({ score: 5, above: null, words: 'Nobody else has paid yet' });
    expect(population).toMatchObject({ score: null, above: null, words: 'Left out, not guessed' });
  });

  test('of equals says so, and why a best among many equals is a 5', () => {
    const same = { lastPaidOn: '2026-03-10', frequency: 1, monetary: 10_000 };
    expect(standingAt(0, [same, same, same]).of['frequency']).toMatchObject({
      score: 5,
      above: 0,
      words: 'Paid as often as all others',
    });
    const twice = { ...same, frequency: 2 };
    expect(standingAt(4, [same, twice, twice, twice, twice]).of['frequency']?.words).toBe(
      'Paid more often than 25 % of your customers; nobody paid more often',
    );
  });

  test('is never rounded up, nor down to nothing', () => {
    const many = Array.from({ length: 301 }, (_, at) => ({ ...ladder[0]!, monetary: at }));
    expect(standingAt(1, many).of['monetary']?.words).toBe('Spent more than under 1 % of your customers');
    expect(standingAt(299, many).of['monetary']).toMatchObject({ above: 99 });
  });

  test('a value at its step has the score that begins there', () => {
    const { cuts, of } = standingAt(0, ladder);
    for (const [at, least] of of['monetary']!.steps!.entries()) {
      expect(scoresOf(measuresOf({ ...ladder[0]!, monetary: least }), cuts!).monetary).toBe(at + 2);
      expect(scoresOf(measuresOf({ ...ladder[0]!, monetary: least - 1 }), cuts!).monetary).toBe(at + 1);
    }
  });

  test('of who has not paid there is none', () => {
    const scores = standingAt(99, ladder).scores;
    expect(scores.map(({ score, value, words }) => [score, value, words])).toEqual(
      Array.from({ length: 4 }, () => [null, null, 'No payment yet']),
    );
  });
});

describe('why a customer is where they are', () => {
  const wordsAt = (at: number, figures: readonly Figures[], own: { recency: number[] | null } = { recency: null }) => {
    const { customer, scores } = standingAt(at, figures);
    return standingWords(customer, scores, own);
  };

  test('is told from what they spent, how often they came and when they paid last', () => {
    expect(wordsAt(9, ladder)).toBe('They spend well and came often, and last paid 12 days ago.');
    const gone = [{ ...ladder[9]!, lastPaidOn: '2026-01-01' }, ...ladder.slice(0, 9)];
    expect(wordsAt(0, gone)).toBe(
      'They spend well and came often, and have not paid for 89 days. Everyone who paid since then pushed their recency down to 1.',
    );
    expect(wordsAt(0, gone, { recency: [90, 60, 30, 14] })).toContain('The days since then brought their recency down');
    expect(wordsAt(0, ladder)).toContain('They have spent little so far and came once, and have not paid for 21 days.');
  });

  test('compares the only payer with nobody, and who has not paid with nothing', () => {
    expect(wordsAt(0, [{ ...ladder[0]!, lastPaidOn: today }])).toBe(
      'They last paid today. Nobody else has paid yet, so there is nobody to compare them with.',
    );
    expect(wordsAt(99, ladder)).toBe('They have not paid yet, so there is nothing to score.');
  });

  test('does not praise who is like everybody', () => {
    const same = { lastPaidOn: today, frequency: 2, monetary: 10_000 };
    expect(wordsAt(0, [same, same])).toBe(
      'They spend about as much as others and came now and then, and last paid today.',
    );
  });
});

describe('one usual payment more', () => {
  const among = { scheme: 'eleven', bins, today, currency: 'USD' } as const;

  test('leads to the segment in which a full recompute would find them', () => {
    const { customer, payers } = standingAt(0, [{ ...ladder[7]!, lastPaidOn: '2026-01-01' }, ...ladder]);
    expect(customer.segment).toBe('At Risk');
    expect(nextStep(customer, { ...among, payers })).toEqual({
      segment: 'Champions',
      words: 'One usual payment of $100.00 today would move them to Champions: recency 5, frequency 4, monetary 4.',
    });
  });

  test('is not spoken of where it changes nothing', () => {
    const { customer, payers } = standingAt(9, ladder);
    expect(customer.segment).toBe('VIP Customer');
    expect(nextStep(customer, { ...among, payers })).toBeNull();
  });

  test('of who has not paid is as large as the usual one of all', () => {
    const { customer, payers } = standingAt(99, ladder);
    expect(nextStep(customer, { ...among, payers })?.words).toBe(
      'A first payment of $100.00 today would move them to New Customers: recency 5, frequency 1, monetary 1.',
    );
    expect(nextStep(customer, { ...among, payers: payersOf(0) })).toBeNull();
  });
});
