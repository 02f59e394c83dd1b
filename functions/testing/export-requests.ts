import { isUnderWay } from '#domain/exports/export.ts';
import { exportRoutes } from '#domain/exports/routes.ts';
import type { Person } from '#infra/people/person.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** The id of a copy of the business that is done. */
export async function anExport(admin: Person): Promise<string> {
  const { id } = await admin.call(exportRoutes.start);
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const found = (await admin.call(exportRoutes.list)).items.find((one) => one.id === id);
    if (found && !isUnderWay(found)) return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The export does not end');
}

/** The accepted requests of the routes of exports. */
export const exportRequests: Record<string, Make> = {
  'exports-start': async ({ people: { admin } }) => ({ person: admin, sent: {} }),

  'exports-link': async ({ people: { admin }, ids: { exportId } }) => ({
    person: admin,
    sent: { params: { exportId } },
  }),

  'exports-archive': async ({ people: { admin }, ids: { exportId } }) => ({
    person: admin,
    sent: { params: { exportId }, query: await admin.call(exportRoutes.link, { params: { exportId } }) },
  }),
};
