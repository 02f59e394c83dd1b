import { Item, Items, QueryIterator } from '@azure/cosmos';
import { vi } from 'vitest';

type Usage = { operations: string[]; charge: number };
type Answered = { requestCharge?: number; headers?: Record<string, unknown> };

const chargeOf = ({ requestCharge, headers }: Answered): number =>
  requestCharge ?? Number(headers?.['x-ms-request-charge'] ?? 0);

/** What was asked of the database meanwhile, and what it charged, in request units. */
export async function cosmosUsage(work: () => Promise<unknown>): Promise<Usage> {
  const spies = [
    ...(['read', 'replace', 'delete', 'patch'] as const).map((name) => [name, vi.spyOn(Item.prototype, name)] as const),
    ...(['create', 'upsert', 'batch'] as const).map((name) => [name, vi.spyOn(Items.prototype, name)] as const),
    ...(['fetchNext', 'fetchAll'] as const).map((name) => ['query', vi.spyOn(QueryIterator.prototype, name)] as const),
  ];
  await work();
  const answers = spies.flatMap(([name, { mock }]) =>
    mock.settledResults.map(({ value }) => ({ name, charge: chargeOf(value as Answered) })),
  );
  vi.restoreAllMocks();
  return {
    operations: answers.map(({ name }) => name).toSorted(),
    charge: answers.reduce((sum, { charge }) => sum + charge, 0),
  };
}
