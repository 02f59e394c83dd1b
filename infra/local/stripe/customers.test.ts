import { expect, test } from 'vitest';
import { openShop } from './testing/shop.ts';

test('a customer is made, read, and found by address', async () => {
  const shop = await openShop();
  const ada = await shop.stripe.customers.create({
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    metadata: { customerId: 'c1' },
  });
  await shop.stripe.customers.create({ email: 'bob@example.com' });
  expect(await shop.stripe.customers.retrieve(ada.id)).toMatchObject({
    name: 'Ada Lovelace',
    metadata: { customerId: 'c1' },
  });
  const found = await shop.stripe.customers.list({ email: 'ada@example.com' });
  expect(found.data.map(({ id }) => id)).toEqual([ada.id]);
  expect((await shop.stripe.customers.list()).data).toHaveLength(2);
  expect(await shop.receiver.count(2)).toMatchObject([{ type: 'customer.created' }, { type: 'customer.created' }]);
  await expect(shop.stripe.customers.retrieve('cus_none')).rejects.toMatchObject({ code: 'resource_missing' });
  await expect(shop.stripe.customers.create({ email: 'ada' })).rejects.toMatchObject({ code: 'email_invalid' });
});
