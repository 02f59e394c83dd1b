import { expect, test } from 'vitest';
import type { FilePlace } from '#domain/files/file.ts';
import { refusalOf, refusalsOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { listFiles } from './list-files.ts';
import { linkFile, openFile, showThumbnail } from './open-file.ts';
import { purgeDeletedFiles, purgeFilesOf } from './purge-files.ts';
import { removeFile, restoreFile } from './remove-file.ts';
import { aRoom, send } from './testing/a-room.ts';
import { samples } from './testing/samples.ts';

const fail = (error: unknown): never => {
  throw error;
};
const dayMs = 24 * 3_600_000;
const idsIn = async (work: Work, place: FilePlace): Promise<string[]> =>
  (await listFiles(work, place)).items.map(({ id }) => id);

test(
  'a deleted file is out of reach at once, also by a link given before, and can be taken back',
  withCrm(async (crm) => {
    const { customer, employee, place } = await aRoom(crm);
    const { id } = await send(customer, place, { name: 'hand.png', bytes: await samples.png() });
    const { url } = await linkFile(employee, id);
    await removeFile(customer, id);
    await removeFile(customer, id);
    expect(await idsIn(employee, place)).toEqual([]);
    for (const refusal of await refusalsOf(
      linkFile(employee, id),
      showThumbnail(customer, id),
      openFile(customer, url.split('/').at(-1)!),
    ))
      expect(refusal).toMatchObject({ status: 404 });

    expect(await restoreFile(customer, id)).toMatchObject({ id, deletedAt: null });
    expect(await idsIn(employee, place)).toEqual([id]);
    expect((await showThumbnail(employee, id)).bytes.byteLength).toBeGreaterThan(0);
  }),
);

test(
  'only who sent it or a leader deletes a file, and takes it back',
  withCrm(async (crm) => {
    const { customer, employee, place } = await aRoom(crm);
    const { id } = await send(customer, place);
    expect(await refusalOf(removeFile(employee, id))).toMatchObject({ status: 409 });
    expect(await idsIn(employee, place)).toEqual([id]);
    await removeFile(customer, id);
    expect(await refusalOf(restoreFile(employee, id))).toMatchObject({ status: 409 });

    const [admin, manager] = [await crm.work('admin'), await crm.work('manager')];
    const ofCustomer = { kind: 'customer', id: customer.caller.customerId! } as const;
    const certificate = await send(admin, ofCustomer);
    await removeFile(manager, certificate.id);
    expect(await idsIn(admin, ofCustomer)).toEqual([]);
  }),
);

test(
  'after thirty days a deleted file and its bytes are gone; what was taken back stays',
  withCrm(async (crm) => {
    const { customer, place } = await aRoom(crm);
    const [gone, back] = [await send(customer, place), await send(customer, place)];
    for (const { id } of [gone, back]) await removeFile(customer, id);
    await restoreFile(customer, back.id);
    const after = (days: number): Date => new Date(Date.now() + days * dayMs);

    await purgeDeletedFiles(after(29), fail);
    expect(await customer.files.find(gone.id)).not.toBeNull();
    await purgeDeletedFiles(after(30.5), fail);
    await purgeDeletedFiles(after(31.5), fail);
    expect(await customer.files.find(gone.id)).toBeNull();
    expect(await customer.files.bytes.open(gone.id)).toBeNull();
    expect(await idsIn(customer, place)).toEqual([back.id]);
    expect(await refusalOf(restoreFile(customer, gone.id))).toMatchObject({ status: 404 });
  }),
);

test(
  'with a room go all its files, deleted ones too, and nobody else’s',
  withCrm(async (crm) => {
    const [{ customer, place }, other] = [await aRoom(crm), await aRoom(crm)];
    const [one, deleted] = [await send(customer, place), await send(customer, place)];
    await removeFile(customer, deleted.id);
    const stays = await send(other.customer, other.place);
    await purgeFilesOf(crm.system(), place);
    for (const { id } of [one, deleted]) {
      expect(await customer.files.find(id)).toBeNull();
      expect(await customer.files.bytes.open(id)).toBeNull();
    }
    expect(await idsIn(other.customer, other.place)).toEqual([stays.id]);
  }),
);
