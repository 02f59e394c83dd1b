import type { CustomerStanding } from '#domain/segments/explain.ts';
import { makeScored } from './make-scored.ts';

/** Hugo, who came often and has not paid for 96 days; told on 20 November 2026. */
export const makeStanding = (change: Partial<CustomerStanding> = {}): CustomerStanding => ({
  customer: makeScored({
    name: 'Hugo Falkenrath',
    email: 'hugo@example.com',
    measures: {
      firstPaidOn: '2025-11-01',
      lastPaidOn: '2026-08-16',
      days: 4,
      frequency: 4,
      monetary: 142_000,
      market: null,
      bornOn: null,
    },
    recencyDays: 96,
    scores: { recency: 2, frequency: 4, monetary: 5, population: null },
    segment: 'At Risk',
    composite: 67,
  }),
  scores: [
    {
      measure: 'recency',
      score: 2,
      value: 96,
      steps: [120, 78, 41, 14],
      above: 31,
      words: 'Paid more recently than 31 % of your customers',
    },
    {
      measure: 'frequency',
      score: 4,
      value: 4,
      steps: [2, 3, 4, 6],
      above: 70,
      words: 'Paid more often than 70 % of your customers',
    },
    {
      measure: 'monetary',
      score: 5,
      value: 142_000,
      steps: [6_401, 13_201, 26_501, 54_001],
      above: 92,
      words: 'Spent more than 92 % of your customers',
    },
    {
      measure: 'population',
      score: null,
      value: null,
      steps: [9.2, 10.8, 12.1, 13.9],
      above: null,
      words: 'Left out, not guessed',
    },
  ],
  words:
    'They spend well and came often, and have not paid for 96 days. Everyone who paid since then pushed their recency down to 2.',
  next: {
    segment: 'Champions',
    words: 'One usual payment of $355.00 today would move them to Champions: recency 5, frequency 4, monetary 5.',
  },
  path: [
    { on: '2025-11-23', segment: 'New Customers', recency: 5, frequency: 1, monetary: 2 },
    { on: '2026-02-01', segment: 'Potential Loyalists', recency: 4, frequency: 2, monetary: 3 },
    { on: '2026-08-16', segment: 'Champions', recency: 5, frequency: 4, monetary: 5 },
    { on: '2026-08-30', segment: 'Loyal Customers', recency: 4, frequency: 4, monetary: 5 },
    { on: '2026-09-27', segment: 'Loyal Customers', recency: 3, frequency: 4, monetary: 5 },
    { on: '2026-11-01', segment: 'At Risk', recency: 2, frequency: 4, monetary: 5 },
  ],
  lastPaid: { on: '2026-08-16', amount: 54_000 },
  forecast: null,
  group: null,
  today: '2026-11-20',
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...change,
});
