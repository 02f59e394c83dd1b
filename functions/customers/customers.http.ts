import { customerRoutes } from '#domain/customers/routes.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { serve } from '#functions/serve.ts';
import { exportCustomers } from './export-customers.ts';
import { countCustomers, listCustomers } from './list-customers.ts';

serve('customers-list', customerRoutes.list, (work, { query }) => listCustomers(work, query));
serve('customers-count', customerRoutes.count, (work, { query }) => countCustomers(work, query));
serve('customers-export', customerRoutes.export, (work, { query }) => exportCustomers(work, query));
serve('customers-get', customerRoutes.get, async (work, { params }) => {
  const [scored] = await scoreEach(work, [await work.customers.get(params.customerId)]);
  return scored!;
});
