import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

/** By task: the names in it are those that must not be seen by others. */
const ofManyYears = async ({ people }: Business): Promise<Accepted> => ({
  person: people.admin,
  sent: { query: { by: 'task', from: '2020-01-01', to: '2039-12-31' } },
});

/** The accepted requests of the routes of reports. */
export const reportRequests: Record<string, (business: Business) => Promise<Accepted>> = {
  'reports-payments': ofManyYears,
  'reports-payments-csv': ofManyYears,
  'reports-payments-xlsx': ofManyYears,
};
