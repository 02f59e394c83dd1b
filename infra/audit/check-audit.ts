import type { Database } from '@azure/cosmos';
import { beginningOf, checkChain } from '#domain/audit/chain.ts';

type Stored = Record<string, unknown>;
type Head = { seq: number; hash: string };

/** Reads every entry of a business as it is stored and walks the chain; null when there is no such business. */
export async function checkAudit(database: Database, slug: string) {
  const address = `w|${slug}`;
  const { resource } = await database.container('accounts').item(address, address).read<{ workspaceId: string }>();
  return resource ? checkWorkspace(database, resource.workspaceId) : null;
}

export async function checkWorkspace(database: Database, workspaceId: string) {
  const audit = database.container('audit');
  const chain = await audit.item('chain', [workspaceId, 'chain']).read<{ months: string[] }>();
  const months = chain.resource?.months ?? [];
  return checkChain(workspaceId, entries(), await end());

  async function* entries(): AsyncIterable<Stored> {
    const query = `SELECT VALUE c.entry FROM c WHERE c.kind = 'entry' ORDER BY c.entry.seq`;
    for (const month of months) {
      const pages = audit.items.query<Stored>(query, { partitionKey: [workspaceId, month], maxItemCount: 1000 });
      while (pages.hasMoreResults()) yield* (await pages.fetchNext()).resources ?? [];
    }
  }

  /** Where the last month that has a head says that the chain ends: a month may have been opened and not yet used. */
  async function end(): Promise<Head> {
    for (const month of months.toReversed()) {
      const { resource } = await audit.item('head', [workspaceId, month]).read<Head>();
      if (resource) return { seq: resource.seq, hash: resource.hash };
    }
    return beginningOf(workspaceId);
  }
}
