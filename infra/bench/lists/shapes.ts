import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { Route } from '#domain/kernel/route.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { CustomerSort } from '#domain/customers/list.ts';
import { PaymentSort } from '#domain/payments/list.ts';
import { ListedStatus, PaymentMethod } from '#domain/payments/payment.ts';
import { ReportBy } from '#domain/reports/payment-report.ts';
import { reportRoutes } from '#domain/reports/routes.ts';
import { TaskSort, TaskFilter } from '#domain/tasks/list.ts';
import { SegmentName } from '#domain/segments/segment.ts';

type Query = Record<string, string | number>;
/** One kind of question to a list. Paged: each time the next page; else a page of its own each time. */
export type Shape = { what: string; route: Route; query: (turn: number) => Query; isPaged: boolean };

export const sorts = (sort: { def: { innerType: { options: readonly string[] } } }): readonly string[] =>
  sort.def.innerType.options;
export const turning =
  <T>(all: readonly T[]) =>
  (turn: number): T =>
    all[turn % all.length]!;

export const paged = (what: string, route: Route, query: Query): Shape => ({
  what,
  route,
  query: () => query,
  isPaged: true,
});
export const first = (what: string, route: Route, query: (turn: number) => Query): Shape => ({
  what,
  route,
  query,
  isPaged: false,
});

const words = turning([
  'a',
  'ad',
  'ada',
  'ada ho',
  'søren',
  'example.com',
  'solberg b',
  '1000',
  '12345',
  'zzz',
  'holm 1a2',
  'o q',
]);
const days = turning(['2025-01-01', '2025-06-15', '2025-11-30', '2026-06-01']);

export const year = { from: '2025-01-01', to: '2025-12-31' };

/** The payments of one after another, for whom or what their ids are. */
export const paymentsOf = (filter: 'employeeId' | 'taskId' | 'customerId', ids: readonly string[]): Shape[] =>
  ['-createdAt', '-amount'].map((sort) =>
    first(`payments by ${filter}, ${sort}`, paymentRoutes.list, (turn) => ({ [filter]: turning(ids)(turn), sort })),
  );

/** What the database adds up, all payments of a year at a time. */
export const sums: Shape[] = [
  ...ReportBy.options.map((by) => first(`the year's report by ${by}`, reportRoutes.payments, () => ({ by, ...year }))),
  first('totals of a year', paymentRoutes.totals, () => year),
  first('totals of all payments', paymentRoutes.totals, () => ({})),
  first('totals of a search', paymentRoutes.totals, (turn) => ({ q: words(turn) })),
];

export const shapes: Shape[] = [
  ...sorts(CustomerSort).map((sort) => paged(`customers by ${sort}`, customerRoutes.list, { sort })),
  first('customers searched, by name', customerRoutes.list, (turn) => ({ q: words(turn) })),
  first('customers searched, by -monetary', customerRoutes.list, (turn) => ({ q: words(turn), sort: '-monetary' })),
  ...SegmentName.options.map((segment) => paged(`customers of ${segment}`, customerRoutes.list, { segment })),
  first('customers of a segment, by -lastPaidOn', customerRoutes.list, (turn) => ({
    segment: turning(SegmentName.options)(turn),
    sort: '-lastPaidOn',
  })),
  first('customers of a segment, searched', customerRoutes.list, (turn) => ({
    segment: turning(SegmentName.options)(turn),
    q: words(turn),
  })),
  paged('customers with an account', customerRoutes.list, { account: 'yes' }),
  paged('customers with an account, by -monetary', customerRoutes.list, { account: 'yes', sort: '-monetary' }),
  paged('customers without, by -frequency', customerRoutes.list, { account: 'no', sort: '-frequency' }),
  first('customers counted', customerRoutes.count, (turn) => ({ q: words(turn) })),
  first('customers of a segment counted', customerRoutes.count, (turn) => ({
    segment: turning(SegmentName.options)(turn),
  })),
  ...sorts(PaymentSort).map((sort) => paged(`payments by ${sort}`, paymentRoutes.list, { sort })),
  first('payments searched', paymentRoutes.list, (turn) => ({ q: words(turn) })),
  first('payments searched, by amount', paymentRoutes.list, (turn) => ({ q: words(turn), sort: 'amount' })),
  ...['pending', 'failed,expired', 'paid'].map((status) => paged(`payments ${status}`, paymentRoutes.list, { status })),
  paged('payments pending, by -amount', paymentRoutes.list, { status: 'pending', sort: '-amount' }),
  paged('payments by upi', paymentRoutes.list, { method: 'upi' }),
  paged('payments in EUR', paymentRoutes.list, { currency: 'EUR' }),
  paged('payments in EUR, by amount', paymentRoutes.list, { currency: 'EUR', sort: 'amount' }),
  paged('payments due', paymentRoutes.list, { due: '1' }),
  paged('payments due, by -amount', paymentRoutes.list, { due: '1', sort: '-amount' }),
  paged('payments refunded, in EUR, in cash', paymentRoutes.list, {
    status: 'refunded,partially-refunded',
    currency: 'EUR',
    method: 'cash',
  }),
  first('payments of one day', paymentRoutes.list, (turn) => ({ from: days(turn), to: days(turn) })),
  first('payments of one day, by amount', paymentRoutes.list, (turn) => ({
    from: days(turn),
    to: days(turn),
    sort: 'amount',
  })),
  paged('payments of a year', paymentRoutes.list, { from: '2025-01-01', to: '2025-12-31' }),
  paged('payments of a year, by -amount', paymentRoutes.list, {
    from: '2025-01-01',
    to: '2025-12-31',
    sort: '-amount',
  }),
  paged('payments of a year, in EUR, by updatedAt', paymentRoutes.list, {
    from: '2025-01-01',
    to: '2025-12-31',
    currency: 'EUR',
    sort: 'updatedAt',
  }),
  first('payments counted', paymentRoutes.count, (turn) => ({ q: words(turn), from: days(turn) })),
  first('payments of a status counted', paymentRoutes.count, (turn) => ({
    status: turning(ListedStatus.options)(turn),
    method: turning(PaymentMethod.options)(turn),
  })),
  ...sorts(TaskSort).map((sort) => paged(`tasks by ${sort}`, taskRoutes.list, { sort })),
  first('tasks searched', taskRoutes.list, (turn) => ({
    q: turning(['ring', 'res', 'a', 'polish w', 'ada', '199', 'zzz'])(turn),
  })),
  ...['requested', 'pending,in-progress', 'completed'].map((status) =>
    paged(`tasks ${status}`, taskRoutes.list, { status }),
  ),
  ...(['overdue', 'today', 'none'] satisfies TaskFilter['due'][]).map((due) =>
    paged(`tasks due ${due}`, taskRoutes.list, { due }),
  ),
  paged('tasks overdue, by dueOn', taskRoutes.list, { due: 'overdue', sort: 'dueOn' }),
  paged('tasks of nobody', taskRoutes.list, { employeeId: 'none' }),
  paged('tasks of nobody, requested, by title', taskRoutes.list, {
    employeeId: 'none',
    status: 'requested',
    sort: 'title',
  }),
  first('tasks counted', taskRoutes.count, (turn) => ({
    status: turning(['completed', 'pending', 'requested'])(turn),
  })),
  first('members searched', memberRoutes.list, () => ({ q: 'ad', sort: '-createdAt' })),
];
