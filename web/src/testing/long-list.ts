import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { answer } from './answer.ts';
import { makeScored } from './make-scored.ts';

const place = (name: string) => Number(name.split(' ')[1]);

/** A business with so many customers, "Customer 1" and on, that lists, sorts, filters, searches and counts them. */
export function answerManyCustomers(count: number) {
  const asked: Record<string, unknown>[] = [];
  const stored = {
    asked,
    customers: Array.from({ length: count }, (_, index): ScoredCustomer =>
      makeScored({
        name: `Customer ${index + 1}`,
        email: `customer.${index + 1}@example.com`,
        segment: index % 10 === 0 ? 'At Risk' : 'Champions',
      }),
    ),
  };
  const matching = ({ q = '', segment }: { q?: string | undefined; segment?: string | undefined }) =>
    stored.customers.filter((one) => one.name.includes(q) && (!segment || one.segment === segment));

  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(customerRoutes.list, ({ query }) => {
    asked.push(query);
    const found = matching(query);
    if (query.sort === '-name') found.sort((a, b) => place(b.name) - place(a.name));
    const from = Number(query.cursor ?? 0);
    const to = from + query.limit;
    return { items: found.slice(from, to), nextCursor: to < found.length ? String(to) : null };
  });
  answer(customerRoutes.count, ({ query }) => {
    const found = matching(query).length;
    return found > 1000 && !query.exact ? { count: 1000, isCapped: true } : { count: found, isCapped: false };
  });
  return stored;
}
