import { ListedStatus, PaymentMethod } from '#domain/payments/payment.ts';
import type { Filter } from '#web/platform/list/filter.ts';
import { wordsOf } from '#web/platform/list/list-search.ts';
import type { PaymentFilters } from './payment-queries.ts';
import { methodWord, paymentFace } from './payment-words.ts';
import type { PaymentsSearch } from './payments.routes.tsx';
import { chosenDays, daysOf } from './period.ts';

const status: Filter = {
  id: 'status',
  label: 'STATUS',
  several: true,
  options: ListedStatus.options.map((value) => ({ value, label: paymentFace[value].children })),
};
const method: Filter = {
  id: 'method',
  label: 'METHOD',
  options: PaymentMethod.options.map((method) => ({ value: method, label: methodWord({ method }) })),
};

/** `currencies` are those one can pay in; one that a link asks for is offered as well. */
export function filtersWith(currencies: readonly string[], chosen: string | undefined): Filter[] {
  const codes = [...new Set([...currencies, ...(chosen ? [chosen] : [])])];
  const currency = { id: 'currency', label: 'CURRENCY', options: codes.map((code) => ({ value: code, label: code })) };
  return [status, method, ...(codes.length > 1 || chosen ? [currency] : [])];
}

/** What the address asks of the server; `today` is the workspace's. */
export const filterOf = (search: PaymentsSearch, today: string): PaymentFilters => ({
  q: search.q,
  customerId: search.customer,
  taskId: search.task,
  employeeId: search.employee,
  status: wordsOf(ListedStatus, search.status),
  method: search.method,
  currency: search.currency,
  ...chosenDays(search, today),
});

/** The tiles show every status beside the others, and the last 30 days until other days are chosen. */
export function tilesFilterOf(search: PaymentsSearch, today: string): PaymentFilters {
  const days = isDated(search) ? {} : daysOf('last-30-days', today);
  return { ...filterOf(search, today), ...days, status: undefined };
}

const isDated = ({ period, from, to }: PaymentsSearch): boolean => Boolean(period ?? from ?? to);
