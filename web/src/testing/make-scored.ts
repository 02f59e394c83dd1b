import type { Message } from '#domain/rooms/message.ts';
import type { ScoredCustomer, SegmentSummary } from '#domain/segments/segment.ts';

/** A customer with one payment of $100.00 today: 5 / 5 / 5. */
export const makeScored = (change: Partial<ScoredCustomer> = {}): ScoredCustomer => ({
  id: crypto.randomUUID(),
  name: 'Dipika Sarraf',
  email: 'dipika@example.com',
  reference: null,
  memberId: null,
  owner: null,
  measures: { lastPaidOn: '2026-11-20', frequency: 1, monetary: 10_000 },
  createdAt: '2026-11-01T09:00:00.000Z',
  version: '"1"',
  recencyDays: 0,
  scores: { recency: 5, frequency: 5, monetary: 5 },
  segment: 'VIP Customer',
  ...change,
});

const nobody: SegmentSummary['counts'] = {
  'VIP Customer': 0,
  Champions: 0,
  'Loyal Customers': 0,
  'Potential Loyalists': 0,
  'New Customers': 0,
  Promising: 0,
  'Need Attention': 0,
  'About to Sleep': 0,
  'At Risk': 0,
  "Can't Lose Them": 0,
  Hibernating: 0,
  'No Purchases': 0,
};

export const makeSummary = (
  counts: Partial<SegmentSummary['counts']> = {},
  change: Partial<SegmentSummary> = {},
): SegmentSummary => ({
  version: 1,
  updatedAt: new Date().toISOString(),
  payers: 0,
  counts: { ...nobody, ...counts },
  grid: Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]),
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
