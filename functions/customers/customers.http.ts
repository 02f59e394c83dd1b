import { customerRoutes } from '#domain/customers/routes.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { serve } from '#functions/serve.ts';
import { assignCustomer, unassignCustomer } from './assign-customer.ts';
import { changeFacts } from './change-facts.ts';
import { exportCustomers } from './export-customers.ts';
import { countCustomers, listCustomers } from './list-customers.ts';

serve('customers-list', customerRoutes.list, (work, { query }) => listCustomers(work, query));
serve('customers-count', customerRoutes.count, (work, { query }) => countCustomers(work, query));
serve('customers-export', customerRoutes.export, (work, { query }) => exportCustomers(work, query));
serve('customers-get', customerRoutes.get, async (work, { params }) => {
  const [scored] = await scoreEach(work, [await work.customers.get(params.customerId)]);
  return scored!;
});
serve('customers-change-facts', customerRoutes.changeFacts, (work, { params, body }) =>
  changeFacts(work, params.customerId, body),
);
serve('customers-assign', customerRoutes.assign, (work, { params, body }) =>
  assignCustomer(work, params.customerId, body.memberId),
);
serve('customers-unassign', customerRoutes.unassign, (work, { params }) => unassignCustomer(work, params.customerId));
