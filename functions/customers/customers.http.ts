import { customerRoutes } from '#domain/customers/routes.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { serve } from '#functions/serve.ts';

serve('customers-list', customerRoutes.list, async (work, { query }) => {
  const { items, nextCursor } = await work.customers.list(query);
  return { items: await scoreEach(work, items), nextCursor };
});
serve('customers-get', customerRoutes.get, async (work, { params }) => {
  const [scored] = await scoreEach(work, [await work.customers.get(params.customerId)]);
  return scored!;
});
