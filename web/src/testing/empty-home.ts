import type { ProblemError } from '#domain/kernel/problem.ts';
import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import { answer } from './answer.ts';
import { makeSummary } from './make-scored.ts';

const none = makeSummary({}, { version: 0, updatedAt: null });

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
  const orFail =
    <T>(result: T) =>
    (): T => {
      if (fail) throw fail();
      return result;
    };
  answer(segmentRoutes.summary, orFail(none));
  answer(trendRoutes.movement, orFail({ since: null, segments: [] }));
  answer(forecastRoutes.read, orFail({ forecast: null, best: [], leaving: [] }));
}
