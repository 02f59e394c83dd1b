import type { Message } from '#domain/rooms/message.ts';
import { type ScoredCustomer, segmentsOf, type SegmentSummary } from '#domain/segments/segment.ts';

/** A customer with one payment of $100.00 today: 5 / 5 / 5. */
export const makeScored = (change: Partial<ScoredCustomer> = {}): ScoredCustomer => ({
  id: crypto.randomUUID(),
  name: 'Dipika Sarraf',
  email: 'dipika@example.com',
  reference: null,
  memberId: null,
  owner: null,
  place: null,
  bornOn: null,
  measures: {
    firstPaidOn: '2026-11-20',
    lastPaidOn: '2026-11-20',
    days: 1,
    frequency: 1,
    monetary: 10_000,
    market: null,
    bornOn: null,
  },
  createdAt: '2026-11-01T09:00:00.000Z',
  version: '"1"',
  recencyDays: 0,
  age: null,
  scores: { recency: 5, frequency: 5, monetary: 5, population: null },
  segment: 'VIP Customer',
  tier: 'unknown',
  settlement: null,
  composite: 100,
  ...change,
});

const none = (): number[] => [0, 0, 0, 0, 0];

/** Of the usual scheme, ranked; nobody is in a segment unless said. */
export const makeSummary = (
  counts: SegmentSummary['counts'] = {},
  change: Partial<SegmentSummary> = {},
): SegmentSummary => ({
  version: 1,
  updatedAt: new Date().toISOString(),
  payers: 0,
  scheme: 'eleven',
  counts: { ...Object.fromEntries(segmentsOf('eleven').map((name) => [name, 0])), ...counts },
  grid: Array.from({ length: 5 }, none),
  scored: { recency: none(), frequency: none(), monetary: none(), population: none() },
  cuts: null,
  ...change,
});

/** The message in a place of a room in which nothing was changed yet. */
export const makeMessage = (seq: number, change: Partial<Message> = {}): Message => ({
  kind: 'message',
  id: crypto.randomUUID(),
  seq,
  change: seq,
  sender: { id: '0193f0a0-0000-7000-8000-00000000d1d1', name: 'Dipika Sarraf', role: 'customer' },
  text: `Message ${seq}`,
  files: [],
  replyTo: null,
  mentions: [],
  reactions: [],
  sentAt: '2026-11-20T09:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  ...change,
});
