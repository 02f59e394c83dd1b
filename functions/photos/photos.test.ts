import { BlobServiceClient } from '@azure/storage-blob';
import { describe, expect, inject, test } from 'vitest';
import { photoSizes } from '#domain/photos/photo.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changePhoto, removePhoto } from './change-photo.ts';
import { listFaces } from './list-faces.ts';
import { pictures } from './testing/pictures.ts';

const change = async (work: Work): Promise<string> => {
  const { member } = await changePhoto(work, { bytes: await pictures.jpeg(), type: 'image/jpeg' });
  return member.photo!;
};

/** The names of all that is stored for a workspace. */
async function storedOf({ workspaceId }: Pick<Work, 'workspaceId'>): Promise<string[]> {
  const container = BlobServiceClient.fromConnectionString(inject('settings')['STORAGE']!).getContainerClient('photos');
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix: `${workspaceId}/` })) names.push(name);
  return names.toSorted();
}

const filesOf = ({ workspaceId }: Work, photo: string): string[] =>
  photoSizes.map((size) => `${workspaceId}/${photo}/${size}.webp`).toSorted();

test(
  'F137 W33 a photo is stored in its sizes under a name of ours, and comes back as WebP',
  withCrm(async (crm) => {
    const work = await crm.work('employee');
    const photo = await change(work);
    expect(photo).toMatch(new RegExp(`^${work.caller.memberId}-[\\w-]{22}$`));
    expect((await work.members.get(work.caller.memberId)).photo).toBe(photo);
    expect(await storedOf(work)).toEqual(filesOf(work, photo));
    for (const size of photoSizes) {
      const bytes = Buffer.from((await work.photos.read(photo, `${size}`))!);
      expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
    }
    const items = await work.audit.newest({ limit: 5 });
    expect(items[0]).toMatchObject({ action: 'photo-changed', by: { memberId: work.caller.memberId } });
  }),
);

test(
  'F132 another photo takes the place of the first, whose files go; removed, nothing is left',
  withCrm(async (crm) => {
    const work = await crm.work('customer');
    const first = await change(work);
    const second = await change(work);
    expect(second).not.toBe(first);
    expect(await storedOf(work)).toEqual(filesOf(work, second));
    expect(await work.photos.read(first, '48')).toBeNull();

    const { member } = await removePhoto(work);
    expect(member.photo).toBeNull();
    expect(await storedOf(work)).toEqual([]);
  }),
);

test(
  'of several changes at once one photo is shown, and it is there',
  withCrm(async (crm) => {
    const work = await crm.work('manager');
    await Promise.all([change(work), change(work), change(work)]);
    const { photo } = await work.members.get(work.caller.memberId);
    expect(await storedOf(work)).toEqual(filesOf(work, photo!));
  }),
);

test(
  'what a change that was cut off has left goes with a later one, but not while it may still be under way',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    const lost = work.photos.newName(work.caller.memberId);
    const bytes = Buffer.from('half');
    await work.photos.keep(lost, { 48: bytes, 96: bytes, 256: bytes });
    const shown = await change(work);
    expect(await storedOf(work)).toEqual([...filesOf(work, lost), ...filesOf(work, shown)].toSorted());

    const later = { ...work, now: () => new Date(Date.now() + 2 * 3_600_000) };
    const next = await change(later);
    expect(await storedOf(work)).toEqual(filesOf(work, next));
  }),
);

test(
  'ASVS 5.2.2 a refused file changes nothing and leaves nothing',
  withCrm(async (crm) => {
    const work = await crm.work('customer');
    const photo = await change(work);
    const refusal = await refusalOf(changePhoto(work, { bytes: Buffer.from('<svg/>'), type: 'image/png' }));
    expect(refusal).toMatchObject({ status: 400, title: 'This picture cannot be used' });
    expect((await work.members.get(work.caller.memberId)).photo).toBe(photo);
    expect(await storedOf(work)).toEqual(filesOf(work, photo));
  }),
);

test(
  'thirty changes in an hour are enough for anybody',
  withCrm(async (crm) => {
    const work = await crm.work('customer');
    const tryOne = () => refusalOf(changePhoto(work, { bytes: new Uint8Array(), type: 'image/png' }));
    const refusals = [];
    for (let at = 0; at < 31; at++) refusals.push(await tryOne());
    expect(refusals.filter((refusal) => refusal?.status === 400)).toHaveLength(30);
    expect(refusals.at(-1)).toMatchObject({ status: 429 });
  }),
);

describe('F135 the faces of a page', () => {
  test(
    'are found by the ids of members and of customer records; unknown ids are left out',
    withCrm(async (crm) => {
      const [admin, customer] = [await crm.work('admin'), await crm.work('customer')];
      const photo = await change(customer);
      const { memberId, customerId } = customer.caller;
      const ids = [memberId, customerId!, admin.caller.memberId, crypto.randomUUID()];
      const { items } = await listFaces(admin, ids);
      expect(items).toHaveLength(3);
      expect(items).toEqual(
        expect.arrayContaining([
          { id: memberId, memberId, photo },
          { id: customerId, memberId, photo },
          { id: admin.caller.memberId, memberId: admin.caller.memberId, photo: null },
        ]),
      );
    }),
  );

  test(
    'are not those of another workspace, and neither are the pictures',
    withCrm(async (crm) => {
      const ours = await crm.work('admin');
      const photo = await change(ours);
      await withCrm(async (other) => {
        const theirs = await other.work('admin');
        expect((await listFaces(theirs, [ours.caller.memberId])).items).toEqual([]);
        expect(await theirs.photos.read(photo, '48')).toBeNull();
      })();
    }),
  );

  test(
    'F084 a customer sees the staff and themselves, and no other customer',
    withCrm(async (crm) => {
      const [one, other, employee] = [
        await crm.work('customer'),
        await crm.work('customer'),
        await crm.work('employee'),
      ];
      const ids = [one, other, employee].map(({ caller }) => caller.memberId);
      const { items } = await listFaces(one, [...ids, other.caller.customerId!]);
      expect(new Set(items.map(({ id }) => id))).toEqual(new Set([ids[0], ids[2]]));
    }),
  );
});
