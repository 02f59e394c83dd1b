import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { customerRoutes } from '#domain/customers/routes.ts';
import { importPayments } from '../people/import-payments.ts';
import type { Person } from '../people/person.ts';
import { percentile, show, timed } from './figures.ts';
import { newBusiness, startProduct } from './product.ts';

const file = join(import.meta.dirname, '../fixtures/cdnow_transactions.csv');

/** How long the first page of customers takes, asked again and again until the work is over. */
async function pagesUntil(admin: Person, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const over = work.then(
    () => true,
    () => true,
  );
  const aMoment = () => wait(100).then(() => false);
  do times.push(await timed(() => admin.call(customerRoutes.list)));
  while (!(await Promise.race([over, aMoment()])));
  return times;
}

await using product = await startProduct();
const admin = await newBusiness(product.ready, 'cdnow');
const csv = await readFile(file, 'utf8');

const start = performance.now();
const importing = importPayments(admin, { name: 'cdnow.csv', csv });
const meanwhile = await pagesUntil(admin, importing);
const { added, customersAdded } = await importing;
const seconds = (performance.now() - start) / 1000;
const afterwards = await pagesUntil(admin, wait(10_000));

show('The purchases of CDNOW through the API: upload, check, run', [
  {
    what: `${added.toLocaleString('en')} payments of ${customersAdded.toLocaleString('en')} customers`,
    value: seconds,
    unit: 's',
    goal: { atMost: 180 },
  },
  { what: '  payments a second', value: added / seconds, unit: '/s' },
  { what: 'first page of customers meanwhile: p95', value: percentile(meanwhile, 95), unit: 'ms' },
  { what: '  afterwards: p95', value: percentile(afterwards, 95), unit: 'ms' },
  { what: '  meanwhile over afterwards', value: percentile(meanwhile, 95) / percentile(afterwards, 95), unit: 'times' },
]);
