import type { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { SegmentName, type SegmentSummary } from '#domain/segments/segment.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from './answer.ts';

const none: SegmentSummary = {
  version: 0,
  updatedAt: null,
  payers: 0,
  counts: Object.fromEntries(SegmentName.options.map((name) => [name, 0])) as SegmentSummary['counts'],
  grid: Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]),
};

/** All that the Home and Users pages ask for, with nothing in it, or failing all alike. */
export function answerEmptyHome({ fail }: { fail?: () => ProblemError } = {}): void {
  const empty = () => {
    if (fail) throw fail();
    return { items: [], nextCursor: null };
  };
  answer(memberRoutes.list, empty);
  answer(memberRoutes.invitations, empty);
  answer(taskRoutes.list, empty);
  answer(paymentRoutes.list, empty);
  answer(paymentRoutes.totals, empty);
  answer(segmentRoutes.summary, () => {
    if (fail) throw fail();
    return none;
  });
}
