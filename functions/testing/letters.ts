import { container } from '#functions/platform/cosmos.ts';
import type { SystemWork } from '#functions/work.ts';

/** What the feeds of a workspace have set aside. */
export async function lettersOf({ workspaceId }: Pick<SystemWork, 'workspaceId'>) {
  const { resources } = await container('deadLetters')
    .items.query<{ source: string; documentId: string; reason: string }>('SELECT * FROM c', {
      partitionKey: workspaceId,
    })
    .fetchAll();
  return resources.map(({ source, documentId, reason }) => ({ source, documentId, reason }));
}
