import { CosmosClient } from '@azure/cosmos';
import { describe, expect, inject, test } from 'vitest';
import { blobOf } from '#domain/exports/manifest.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { deletions } from '#functions/files/deletions.ts';
import { unsettledPayments } from '#functions/payments/unsettled-payments.ts';
import { container } from '#functions/platform/cosmos.ts';
import { noteMembers } from '#functions/profile/note-members.ts';
import { scoredWorkspaces } from '#functions/segments/scored-workspaces.ts';
import { purges } from '#functions/tasks/purges.ts';
import { password, withBusiness } from '#functions/testing/people.ts';
import { everyDocument } from '#functions/testing/traces.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { claimAddress, ownerOfAddress } from '#functions/workspaces/addresses.ts';
import { checkWorkspace } from '#infra/audit/check-audit.ts';
import { archives } from './archives.ts';
import { blobsOf } from './blobs.ts';
import { containerOf, partNames } from './inventory.ts';
import { obey } from './obey.ts';
import { readOrderReport, writeOrderReport } from './order-reports.ts';
import { archiveOf, Order } from './order.ts';
import { contentsOf } from './testing/backups.ts';
import { fillBusiness } from './testing/full-business.ts';
import type { Crm } from '#functions/testing/with-crm.ts';

const fail = (error: unknown): void => {
  throw error;
};
const how = { isLastTry: false, report: fail };
const newOrder = (kind: 'export' | 'import' | 'wipe', { slug }: Crm['workspace']): Order =>
  Order.parse({ kind, orderId: crypto.randomUUID(), slug });

async function backUp(crm: Crm): Promise<string> {
  const order = newOrder('export', crm.workspace);
  await obey(order, how);
  expect(await readOrderReport(order)).toMatchObject({ state: 'done' });
  return archiveOf(order);
}

async function wipe(crm: Crm): Promise<void> {
  const order = newOrder('wipe', crm.workspace);
  await obey(order, how);
  expect(await readOrderReport(order)).toMatchObject({ state: 'working' });
  const { orderId, slug } = order;
  await obey({ kind: 'wipe-rest', orderId, slug, workspaceId: crm.workspace.id }, how);
  expect(await readOrderReport(order)).toMatchObject({ state: 'done' });
}

/** The order that takes in a backup which another one made. */
async function restore(crm: Crm, archive: string) {
  const order = newOrder('import', crm.workspace);
  const bytes = await archives.getBlobClient(archive).downloadToBuffer();
  await archives.getBlockBlobClient(archiveOf(order)).uploadData(bytes);
  await obey(order, how);
  return { order, report: await readOrderReport(order) };
}

const database = () => new CosmosClient(inject('settings')['COSMOS']!).database('crm');

/** What is still there in any container, read whole. */
async function leftOf({ workspace }: Crm): Promise<unknown[]> {
  const left: unknown[] = [];
  for (const name of new Set(partNames.map(containerOf)))
    for (const document of await everyDocument(database().container(name)))
      if ('workspaceId' in document && document.workspaceId === workspace.id) left.push({ name, document });
  for await (const blob of blobsOf(workspace.id)) left.push(blob);
  return left;
}

/** As the feed of members keeps it. */
async function notedMembers(crm: Crm): Promise<void> {
  const { items } = container('workspaces');
  const { resources } = await items.query('SELECT * FROM c', { partitionKey: crm.workspace.id }).fetchAll();
  await noteMembers(resources);
}

type Contents = Awaited<ReturnType<typeof contentsOf>>;
const withoutLog = ({ documents: { audit: _, ...documents }, blobs }: Contents) => ({ documents, blobs });
const logOf = ({ documents: { audit = [] } }: Contents) =>
  audit
    .filter(({ kind }) => kind === 'entry')
    .map(({ entry }) => entry as { action: string; seq: number })
    .toSorted((one, other) => one.seq - other.seq);

test(
  'R15 F402 export, wipe, import: the business is as it was, and another one beside it never changed',
  withBusiness(async (crm) => {
    await fillBusiness(crm);
    await withBusiness(async (other) => {
      await fillBusiness(other);
      await notedMembers(crm);
      const others = await contentsOf(await backUp(other));
      const archive = await backUp(crm);
      const before = await contentsOf(archive);
      expect(Object.keys(before.documents).toSorted()).toEqual([...partNames, 'accounts'].toSorted());
      expect(Object.entries(before.documents).filter(([, documents]) => documents.length === 0)).toEqual([]);
      for (const blobs of ['bulk', 'files', 'imports', 'logos', 'photos', 'snapshots'])
        expect(Object.keys(before.blobs).some((name) => name.startsWith(blobOf(blobs, '')))).toBe(true);

      await wipe(crm);
      expect(await leftOf(crm)).toEqual([]);
      expect((await restore(crm, archive)).report).toMatchObject({ state: 'done' });
      const after = await contentsOf(await backUp(crm));
      expect(withoutLog(after)).toEqual(withoutLog(before));
      expect(withoutLog(await contentsOf(await backUp(other)))).toEqual(withoutLog(others));

      // The log goes on with what was done to the business since.
      expect(logOf(after).slice(0, -2)).toEqual(logOf(before));
      expect(
        logOf(after)
          .slice(-2)
          .map(({ action }) => action),
      ).toEqual(['workspace-imported', 'workspace-exported']);
      expect((await checkWorkspace(database(), crm.workspace.id)).broken).toBeNull();
    })();
  }),
);

test(
  'R15 what leads to a business goes with it and comes back with it: its address, accounts, and what is still to be done',
  withBusiness(async (crm) => {
    const { owner, payment, deleted, gone } = await fillBusiness(crm);
    await notedMembers(crm);
    const archive = await backUp(crm);
    const { id: workspaceId, slug } = crm.workspace;
    const { email, accountId } = owner.me.member;

    await wipe(crm);
    expect(await ownerOfAddress(slug)).toBeNull();
    expect(await owner.visitor.caller()).toBeNull();
    expect(await findAccount(email)).toBeNull();
    expect(await unsettledPayments.of(workspaceId)).toEqual([]);

    await restore(crm, archive);
    expect(await ownerOfAddress(slug)).toBe(workspaceId);
    expect(await unsettledPayments.of(workspaceId)).toMatchObject([{ paymentId: payment.id }]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await deletions.of(today)).toContainEqual({ workspaceId, fileId: deleted.id });
    expect(await purges.of(today)).toContainEqual({ workspaceId, taskId: gone.id });
    const found: string[] = [];
    for await (const id of scoredWorkspaces.all()) found.push(id);
    expect(found).toContain(workspaceId);
    expect(await findAccount(email)).toMatchObject({ id: accountId });
    const answer = await visitorOf(crm).does((visit) => signIn(visit, { email, password, slug }));
    expect(answer).toMatchObject({ step: 'second-factor', ways: ['totp', 'recovery-code'] });
  }),
);

describe('an import is refused', () => {
  test(
    'where the business is, and does nothing the second time it is delivered',
    withBusiness(async (crm) => {
      const archive = await backUp(crm);
      expect((await restore(crm, archive)).report).toMatchObject({
        state: 'refused',
        words: expect.stringContaining('here already'),
      });
      await wipe(crm);
      const { order, report } = await restore(crm, archive);
      expect(report).toMatchObject({ state: 'done' });
      await obey(order, how);
      expect(await readOrderReport(order)).toEqual(report);
    }),
  );

  test(
    'where another business has its address, and nothing is written',
    withBusiness(async (crm) => {
      const archive = await backUp(crm);
      await wipe(crm);
      await claimAddress(crm.workspace.slug, crypto.randomUUID());
      expect((await restore(crm, archive)).report).toMatchObject({
        state: 'refused',
        words: expect.stringContaining('another business'),
      });
      expect(await leftOf(crm)).toEqual([]);
    }),
  );

  test(
    'and goes on where it was cut off, when it is delivered again',
    withBusiness(async (crm) => {
      await fillBusiness(crm);
      const archive = await backUp(crm);
      const before = await contentsOf(archive);
      await wipe(crm);
      const order = newOrder('import', crm.workspace);
      const bytes = await archives.getBlobClient(archive).downloadToBuffer();
      await archives.getBlockBlobClient(archiveOf(order)).uploadData(bytes);
      await writeOrderReport(order, { state: 'working', words: 'Begun.' });
      await crm.system().workspace.add({ ...crm.workspace, name: 'Half of it' });
      await obey(order, how);
      expect(await readOrderReport(order)).toMatchObject({ state: 'done' });
      expect(withoutLog(await contentsOf(await backUp(crm)))).toEqual(withoutLog(before));
    }),
  );
});
