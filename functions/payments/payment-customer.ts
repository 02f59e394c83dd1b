import type { Container } from '@azure/cosmos';
import type { Payment } from '#domain/payments/payment.ts';
import { tokensOf } from '#domain/kernel/search.ts';

type Name = Pick<Payment['customer'], 'name' | 'email'>;

/** The part of the payment store that takes a person's name off their payments. All of it is safe to repeat. */
export const paymentCustomer = (payments: Container, workspaceId: string) => ({
  async renameCustomer(customerId: string, { name, email }: Name): Promise<void> {
    const query = {
      query: `SELECT VALUE c.id FROM c WHERE c.kind = 'payment' AND c.customer.id = @customerId AND (c.customer.name != @name OR c.customer.email != @email)`,
      parameters: [
        { name: '@customerId', value: customerId },
        { name: '@name', value: name },
        { name: '@email', value: email },
      ],
    };
    const { resources } = await payments.items.query<string>(query, { partitionKey: workspaceId }).fetchAll();
    for (const id of resources) {
      await payments.item(id, workspaceId).patch([
        { op: 'set', path: '/customer', value: { id: customerId, name, email } },
        { op: 'set', path: '/list/tokens', value: tokensOf(name, email) },
      ]);
    }
  },
});
