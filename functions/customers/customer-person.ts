import type { Container } from '@azure/cosmos';
import type { Customer } from '#domain/customers/customer.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import { isStatus } from '#functions/platform/cosmos.ts';

type Person = Pick<Customer, 'name' | 'email' | 'memberId'>;

/** The part of the customer store that follows the person behind the record. */
export const customerPerson = (customers: Container, workspaceId: string) => ({
  /** Measures and whatever else is written meanwhile stay as they are; a record that is not there is nothing to follow. */
  async setPerson(id: string, { name, email, memberId }: Person): Promise<void> {
    const record = customers.item(id, workspaceId);
    const { resource } = await record.read<Pick<Customer, 'reference'>>();
    if (!resource) return;
    try {
      await record.patch([
        { op: 'set', path: '/name', value: name },
        { op: 'set', path: '/email', value: email },
        { op: 'set', path: '/memberId', value: memberId },
        { op: 'set', path: '/list/name', value: fold(name) },
        { op: 'set', path: '/list/tokens', value: tokensOf(name, email, resource.reference) },
      ]);
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },
});
