import { segmentRoutes } from '#domain/segments/routes.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** The accepted requests of the routes of segments and trends. */
export const segmentRequests: Record<string, Make> = {
  'segments-change-settings': async ({ people: { admin } }) => ({
    person: admin,
    sent: {
      body: {
        ...(await admin.call(segmentRoutes.settings)),
        bins: { recency: [365, 180, 90, 30], frequency: [2, 3, 5, 10], monetary: [1, 10_000, 50_000, 200_000] },
        incomes: [{ country: 'NO', income: 70_000 }],
      },
    },
  }),

  'trends-moved': async ({ people: { admin } }) => ({
    person: admin,
    sent: { query: { segment: 'VIP Customer', way: 'in' } },
  }),

  'segments-start-rebuild': async ({ people: { manager } }) => ({ person: manager, sent: {} }),
};
