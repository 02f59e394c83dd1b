import type { Container } from '@azure/cosmos';

/** The part of the payment store that knows who did something to a payment. */
export const paymentPeople = (payments: Container, workspaceId: string) => ({
  /** Those that still name a person otherwise: as who works on it, asked, took, opened, cancelled or gave back. */
  async namingOtherwise(memberId: string, name: string): Promise<string[]> {
    const isThem = (at: string) => `(${at}.id = @memberId AND ${at}.name != @name)`;
    const isOneOf = (list: string) => `EXISTS(SELECT VALUE e FROM e IN c.${list} WHERE ${isThem('e.by')})`;
    const places = [
      ...['employee', 'request.by', 'recorded.by', 'cancelled.by'].map((place) => isThem(`c.${place}`)),
      ...['attempts', 'refunds'].map(isOneOf),
    ];
    const query = {
      query: `SELECT VALUE c.id FROM c WHERE c.kind = 'payment' AND (${places.join(' OR ')})`,
      parameters: [
        { name: '@memberId', value: memberId },
        { name: '@name', value: name },
      ],
    };
    return (await payments.items.query<string>(query, { partitionKey: workspaceId }).fetchAll()).resources;
  },
});
