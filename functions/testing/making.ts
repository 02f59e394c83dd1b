import type { everyRoute } from '#domain/contract.ts';
import { rolesWith } from '#domain/kernel/rights.ts';
import type { Route } from '#domain/kernel/route.ts';
import { Person } from '#infra/people/person.ts';
import type { Business, Ids } from './two-businesses.ts';

export type Named = (typeof everyRoute)[number];
export type Sent = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: object; file?: Blob };
/** `headers` beside those every browser sends. */
export type Accepted = { person: Person; sent: Sent; headers?: Record<string, string> };
export type Make = (business: Business, route: Route) => Promise<Accepted>;

/** An address that nobody had before. */
export const fresh = (who: string): string => `${who}-${crypto.randomUUID()}@example.com`;

/** Somebody who may call it, as far as roles go. */
export function whoMay(route: Route, { people, where }: Business): Person {
  if (route.access === 'public') return new Person(where.origin);
  return people[route.access === 'signed-in' ? 'admin' : rolesWith(route.access)[0]!];
}

export const paramsOf = (route: Route, ids: Partial<Ids>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(route.params?.shape ?? {}).map((name) => {
      const id = ids[name as keyof Ids];
      if (!id) throw new Error(`Path parameter ${name} has no example in two-businesses.ts`);
      return [name, id];
    }),
  );

/** Whoever may, with this body. */
export const asking =
  (body: (business: Business) => Promise<object> | object): Make =>
  async (business, route) => ({
    person: whoMay(route, business),
    sent: { params: paramsOf(route, business.ids), body: await body(business) },
  });

/** Whoever may, without a body. */
export const plain: Make = async (business, route) => ({
  person: whoMay(route, business),
  sent: { params: paramsOf(route, business.ids) },
});
