import { BlobServiceClient } from '@azure/storage-blob';
import type { Segments } from './full-recompute.ts';
import { payersByHand, withoutVersion } from './payers-by-hand.ts';
import type { Document, Stored } from './stored.ts';

const nothing = { payers: 0, cells: new Array<number>(125).fill(0), population: [0, 0, 0, 0, 0], cuts: null };

type Kept = { stored: Stored; storage: string };

/** The segments as the product has them: the customers' documents, the snapshot's bytes and the summary's text. */
export async function keptSegments({ stored, storage }: Kept, workspaceId: string): Promise<Segments> {
  const customers = await stored.all('customers', workspaceId);
  const { resource } = await stored.container('workspaces').item('segment-summary', workspaceId).read<Document>();
  const { payers, cells, population, cuts } = (resource ?? nothing) as Record<string, unknown>;
  const snapshot = await snapshotOf(storage, workspaceId);
  return {
    measures: Object.fromEntries(
      customers.map(({ id, measures }) => [id, (measures ?? null) as Segments['measures'][string]]),
    ),
    payers: snapshot.payers.toString('hex'),
    summary: JSON.stringify({ payers, cells, population, cuts }),
    isOneVersion: snapshot.version === resource?.['version'],
  };
}

async function snapshotOf(storage: string, workspaceId: string): Promise<{ version: number; payers: Buffer }> {
  const blob = BlobServiceClient.fromConnectionString(storage)
    .getContainerClient('snapshots')
    .getBlobClient(`${workspaceId}.payers`);
  if (!(await blob.exists())) return { version: 0, payers: payersByHand([]) };
  return withoutVersion(await blob.downloadToBuffer());
}
