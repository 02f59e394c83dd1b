import type { OperationInput, OperationResponse, PartitionKey, Container } from '@azure/cosmos';

/**
 * Runs an atomic batch: all of it is done, or nothing because somebody else was first (409 taken, 412 changed, 404
 * gone, 449 try again). Anything else is thrown.
 */
export async function runBatch(
  container: Container,
  operations: OperationInput[],
  key: PartitionKey,
): Promise<'done' | 'lost-race'> {
  const { result } = await container.items.batch(operations, key);
  const failed = result?.find(({ statusCode }: OperationResponse) => statusCode >= 300 && statusCode !== 424);
  if (!failed) return 'done';
  if ([404, 409, 412, 449].includes(failed.statusCode)) return 'lost-race';
  throw Object.assign(new Error(`A batch failed with ${failed.statusCode}`), { code: failed.statusCode });
}

export const maxBatch = 100;

export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) => items.slice(chunk * size, (chunk + 1) * size));
