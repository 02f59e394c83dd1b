import { segmentRoutes } from '#domain/segments/routes.ts';
import type { Accepted } from './requests.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** The accepted requests of the routes of segments. */
export const segmentRequests: Record<string, Make> = {
  'segments-change-settings': async ({ people: { admin } }) => ({
    person: admin,
    sent: { body: await admin.call(segmentRoutes.settings) },
  }),

  'segments-start-rebuild': async ({ people: { manager } }) => ({ person: manager, sent: {} }),
};
