import type { OperationInput, PartitionKey } from '@azure/cosmos';
import { endSessionsOf } from '#functions/accounts/end-sessions.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { container, isStatus } from '#functions/platform/cosmos.ts';
import { forgetAccount } from '#functions/profile/forget-account.ts';
import type { SystemWork } from '#functions/work.ts';
import { releaseAddress } from '#functions/workspaces/addresses.ts';
import { blobsIn, blobsOf, removeBlob } from './blobs.ts';
import { documentsIn, type Part, partsOf, type StoredDocument } from './inventory.ts';
import { archiveContainer } from './order.ts';
import { forgetUnsettled, removePointerTo } from './pointers.ts';

/** What tells where the rest is: kept until the rest is gone. */
const isLast = ({ name }: Part): boolean => name === 'workspaces' || name === 'members';

/**
 * Everything but the business itself and its members; they are signed out. Feeds may still be at work on what was there,
 * and write: so it is done once more, a while later, before `forgetWorkspace`.
 */
export async function emptyWorkspace(work: SystemWork): Promise<void> {
  const { workspaceId } = work;
  for await (const members of documentsIn(partOf(work, 'members')))
    for (const { accountId } of members) await endSessionsOf(work, String(accountId), { workspaceId });
  for await (const blob of blobsOf(workspaceId)) await removeBlob(blob);
  for await (const archive of blobsIn(archiveContainer, `${workspaceId}/`)) await removeBlob(archive);
  await removeRooms(work);
  for (const part of partsOf(work).filter((one) => !isLast(one))) await removeAll(part);
  await forgetUnsettled(workspaceId);
}

/** A room is found by its members' lists, and the lists of those who are erased by the room: so these go before it. */
async function removeRooms(work: SystemWork): Promise<void> {
  const part = partOf(work, 'rooms');
  for (const key of await part.keys()) {
    const [, roomId] = key as [string, string];
    const head = await work.rooms.head(roomId);
    const people = head ? [...head.members.map(({ id }) => id), ...head.former] : [];
    for (const memberId of people)
      if (!(await work.members.find(memberId))) await work.seats.forget({ memberId, roomId });
    await removePartition(part, key);
  }
}

/** The rest, with the accounts of people who are nowhere else; at last the address. Safe to repeat. */
export async function forgetWorkspace(work: SystemWork, slug: string): Promise<void> {
  const { workspaceId } = work;
  for await (const members of documentsIn(partOf(work, 'members')))
    for (const { id, accountId } of members)
      await forgetAccount(workspaceId, { memberId: id, accountId: String(accountId) });
  await removeAll(partOf(work, 'members'));
  await removeAll(partOf(work, 'workspaces'), (document) => removePointerTo(workspaceId, document));
  await releaseAddress(slug, workspaceId);
}

const partOf = (work: SystemWork, name: Part['name']): Part => partsOf(work).find((part) => part.name === name)!;

async function removeAll(part: Part, before?: (document: StoredDocument) => Promise<void>): Promise<void> {
  for (const key of await part.keys()) await removePartition(part, key, before);
}

/** Read to the end first: what is deleted leaves no page behind it as it was. */
async function removePartition(
  part: Part,
  key: PartitionKey,
  before?: (document: StoredDocument) => Promise<void>,
): Promise<void> {
  const found: StoredDocument[] = [];
  for await (const some of documentsIn({ ...part, keys: () => Promise.resolve([key]) })) found.push(...some);
  for (const document of found) await before?.(document);
  for (const chunk of chunksOf(found, maxBatch)) {
    const operations = chunk.map(({ id }): OperationInput => ({ operationType: 'Delete', id }));
    const from = container(part.container);
    // One of them has gone by its age meanwhile: the others go by themselves.
    if ((await runBatch(from, operations, key)) !== 'done')
      for (const { id } of chunk) await unlessGone(from.item(id, key).delete());
  }
}

async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}
