import type { Container, PatchOperation } from '@azure/cosmos';
import { Customer } from '#domain/customers/customer.ts';
import { orProblem } from '#functions/platform/cosmos.ts';

export type Facts = Pick<Customer, 'place' | 'bornOn'>;
export const factNames = ['place', 'bornOn'] as const;

/** Where it stands by which import a fact is known: null when a person has said it. */
export const sourceOf = { place: 'placeBy', bornOn: 'bornOnBy' } as const;

/** `by` is the import that says it. */
export const setFact = (name: keyof Facts, value: Facts[keyof Facts], by: string | null): PatchOperation[] => [
  { op: 'set', path: `/${name}`, value },
  { op: 'set', path: `/${sourceOf[name]}`, value: by },
];

/** What is known of a customer as a person. Patched, so that what is written beside it stays. */
export const customerFacts = (customers: Container, workspaceId: string) => ({
  /** Only over the version that was read: 412 otherwise. */
  async setFacts({ id, version }: Pick<Customer, 'id' | 'version'>, facts: Partial<Facts>): Promise<Customer> {
    const operations = factNames.flatMap((name) => {
      const value = facts[name];
      return value === undefined ? [] : setFact(name, value, null);
    });
    const options = { accessCondition: { type: 'IfMatch', condition: version } };
    const patched = customers.item(id, workspaceId).patch<{ _etag: string }>(operations, options);
    const { resource } = await orProblem('The customer', patched);
    return Customer.parse({ ...resource, version: resource?._etag });
  },
});
