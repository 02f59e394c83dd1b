import { isAtWork } from '#domain/imports/import.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { comesTo } from '#infra/people/import-payments.ts';
import type { Person } from '#infra/people/person.ts';
import { type Make, plain } from './making.ts';
import type { Business } from './two-businesses.ts';

/** Only one import of a business moves at a time. */
async function importsAtRest(admin: Person): Promise<void> {
  const until = Date.now() + 20_000;
  while ((await admin.call(importRoutes.list)).items.some(isAtWork)) {
    if (Date.now() > until) throw new Error('The imports do not come to rest');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const history = 'customer,date,amount\nAda,2026-01-02,10.00\n';

const checkedImports = new WeakMap<Business, Map<string, Promise<string>>>();

/** One for each purpose: it takes a while until a file is checked. */
function checkedImport(business: Business, purpose: string): Promise<string> {
  const made = checkedImports.get(business) ?? new Map<string, Promise<string>>();
  checkedImports.set(business, made);
  const check = async () => {
    const file = new Blob([history], { type: 'text/csv' });
    const { id } = await business.people.admin.call(importRoutes.start, { file });
    return (await comesTo(business.people.admin, id, 'checked')).id;
  };
  const found = made.get(purpose) ?? check();
  made.set(purpose, found);
  return found;
}

/** The accepted requests of the routes about imports. */
export const importRequests: Record<string, Make> = {
  'imports-start': async ({ people }) => ({
    person: people.admin,
    sent: { file: new Blob([history], { type: 'text/csv' }) },
  }),
  'imports-map': async (business) => ({
    person: business.people.admin,
    sent: {
      params: { importId: await checkedImport(business, 'to map') },
      body: {
        customerColumn: 0,
        emailColumn: null,
        nameColumn: null,
        dateColumn: 1,
        amountColumn: 2,
        currencyColumn: null,
        dateForm: 'year-month-day',
        decimalMark: '.',
      },
    },
  }),
  'imports-run': async (business) => ({
    person: business.people.admin,
    sent: { params: { importId: await checkedImport(business, 'to run') } },
  }),
  'imports-undo': async (business, route) => {
    await importsAtRest(business.people.admin);
    return plain(business, route);
  },
};
