import type { Container, JSONValue, PatchOperation } from '@azure/cosmos';
import type { Customer } from '#domain/customers/customer.ts';
import { fold, searchedTokens, tokensOf } from '#domain/kernel/search.ts';
import { isStatus } from '#functions/platform/cosmos.ts';

type Person = Pick<Customer, 'name' | 'email' | 'memberId'>;

/** The part of the customer store that follows the person behind the record. */
export const customerPerson = (customers: Container, workspaceId: string) => ({
  /** Measures and whatever else is written meanwhile stay as they are; a record that is not there is nothing to follow. */
  async setPerson(id: string, { name, email, memberId }: Person): Promise<void> {
    const record = customers.item(id, workspaceId);
    const { resource } = await record.read<Pick<Customer, 'reference'>>();
    if (!resource) return;
    await unlessGone(
      record.patch([
        { op: 'set', path: '/name', value: name },
        { op: 'set', path: '/email', value: email },
        { op: 'set', path: '/memberId', value: memberId },
        { op: 'set', path: '/list/name', value: fold(name) },
        { op: 'set', path: '/list/tokens', value: tokensOf(name, email, resource.reference) },
      ]),
    );
  },

  /** Records of an e-mail address behind which nobody is a member: what was imported of somebody who also signed up. */
  async unclaimedWith(email: string): Promise<string[]> {
    const query = {
      query: 'SELECT c.id, c.email FROM c WHERE ARRAY_CONTAINS(c.list.tokens, @token) AND c.memberId = null',
      parameters: [{ name: '@token', value: searchedTokens(email)[0]! }],
    };
    const options = { partitionKey: workspaceId, maxItemCount: 1000 };
    const { resources } = await customers.items.query<Pick<Customer, 'id' | 'email'>>(query, options).fetchAll();
    return resources.filter((found) => fold(found.email ?? '') === fold(email)).map(({ id }) => id);
  },

  /** Takes away what tells who it was: the number it has elsewhere, the town and the birth date too. */
  async erasePerson(id: string, name: string): Promise<void> {
    const gone = ['email', 'memberId', 'reference', 'place', 'placeBy', 'bornOn', 'bornOnBy'];
    const set = (path: string, value: JSONValue): PatchOperation => ({ op: 'set', path, value });
    // A patch holds ten operations.
    await unlessGone(customers.item(id, workspaceId).patch(gone.map((field) => set(`/${field}`, null))));
    const operations = [set('/name', name), set('/list/name', fold(name)), set('/list/tokens', tokensOf(name))];
    await unlessGone(customers.item(id, workspaceId).patch(operations));
  },
});

async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}
