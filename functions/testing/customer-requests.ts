import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

const on = ({ people, ids: { customerId } }: Business, body?: object): Accepted => ({
  person: people.admin,
  sent: { params: { customerId }, ...(body && { body }) },
});

/** The accepted requests of the routes of customers and of the places where they live. */
export const customerRequests: Record<string, (business: Business) => Promise<Accepted>> = {
  'customers-assign': async (business) =>
    on(business, { memberId: (await business.people.employee.call(memberRoutes.me)).member.id }),
  'customers-unassign': async (business) => on(business),

  'customers-change-facts': async (business) => {
    const { customerId } = business.ids;
    const { version } = await business.people.admin.call(customerRoutes.get, { params: { customerId } });
    return on(business, { place: { kind: 'smaller', country: 'NO', size: '500-2k' }, bornOn: '1990-04-02', version });
  },

  'places-search': async ({ people }) => ({ person: people.admin, sent: { query: { q: 'Tromso' } } }),
};
