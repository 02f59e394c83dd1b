import { BlobServiceClient } from '@azure/storage-blob';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { refusalOf, refusalsOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { listFiles } from './list-files.ts';
import { linkFile, openFile, showThumbnail } from './open-file.ts';
import { aRoom, send } from './testing/a-room.ts';
import { samples } from './testing/samples.ts';

/** The names of all that is stored for a workspace. */
async function storedOf({ workspaceId }: Pick<Work, 'workspaceId'>): Promise<string[]> {
  const container = BlobServiceClient.fromConnectionString(inject('settings')['STORAGE']!).getContainerClient('files');
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix: `${workspaceId}/` })) names.push(name);
  return names.toSorted();
}

async function bytesBehind(work: Work, fileId: string): Promise<Buffer> {
  const { url } = await linkFile(work, fileId);
  const { bytes } = await openFile(work, url.split('/').at(-1)!);
  return Buffer.from(await new Response(bytes).arrayBuffer());
}

test(
  'F139 F140 F194 a file sent to a room is there for both who talk in it: name, size, kind and sender',
  withCrm(async (crm) => {
    const { customer, employee, place } = await aRoom(crm);
    const file = await send(customer, place, { name: 'अंगूठी.pdf' });
    expect(file).toMatchObject({
      name: 'अंगूठी.pdf',
      type: 'application/pdf',
      bytes: samples.pdf().byteLength,
      picture: null,
      state: 'ready',
      by: { id: customer.caller.memberId, name: customer.caller.name },
    });
    for (const work of [customer, employee]) {
      expect((await listFiles(work, place)).items).toMatchObject([{ id: file.id, name: 'अंगूठी.pdf' }]);
      expect(await bytesBehind(work, file.id)).toEqual(samples.pdf());
    }
    expect(await storedOf(customer)).toEqual([`${customer.workspaceId}/${file.id}/original`]);
  }),
);

test(
  'F142 twenty PDFs at once are all stored, newest first, each with its own bytes',
  withCrm(async (crm) => {
    const { customer, place } = await aRoom(crm);
    const pdf = (at: number) => Buffer.concat([samples.pdf(), Buffer.from(`\n% ${at}`)]);
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, at) => send(customer, place, { name: `sketch ${at}.pdf`, bytes: pdf(at) })),
    );
    const { items } = await listFiles(customer, place);
    expect(items.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    );
    expect(await bytesBehind(customer, sent[7]!.id)).toEqual(pdf(7));
  }),
);

test(
  'F141 F349 a certificate is kept with its customer, for those who may see customers',
  withCrm(async (crm) => {
    const [admin, customer] = [await crm.work('admin'), await crm.work('customer')];
    const place = { kind: 'customer', id: customer.caller.customerId! } as const;
    const { id } = await send(admin, place, { name: 'Certificate.pdf' });
    expect((await listFiles(admin, place)).items).toMatchObject([{ id, place }]);
    for (const work of [customer, await crm.work('employee')]) {
      expect(await refusalOf(linkFile(work, id))).toMatchObject({ status: 404, title: 'The file was not found' });
      expect(await refusalOf(listFiles(work, place))).toMatchObject({ status: 404 });
    }
  }),
);

describe('the same id sent again', () => {
  test(
    'by the same person is the same file, with the bytes that came first',
    withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      const fileId = crypto.randomUUID();
      const first = await send(customer, place, { fileId });
      expect(await send(customer, place, { fileId })).toMatchObject(first);
      const other = await send(customer, place, { fileId, bytes: samples.text(), name: 'other.txt' });
      expect(other).toMatchObject({ name: 'Ring sketch.pdf', bytes: samples.pdf().byteLength });
      expect(await bytesBehind(customer, fileId)).toEqual(samples.pdf());
      expect((await listFiles(customer, place)).items).toHaveLength(1);
    }),
  );

  test(
    'ten times at once is stored once',
    withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      const fileId = crypto.randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(customer, place, { fileId })));
      expect(new Set(answers.map(({ createdAt }) => createdAt)).size).toBe(1);
      expect((await listFiles(customer, place)).items).toHaveLength(1);
    }),
  );

  test(
    'with other bytes at the same moment keeps one of the two whole',
    withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      const fileId = crypto.randomUUID();
      await Promise.allSettled([
        send(customer, place, { fileId }),
        send(customer, place, { fileId, bytes: samples.text(), name: 'size.txt' }),
      ]);
      const [file] = (await listFiles(customer, place)).items;
      const right = file?.name === 'size.txt' ? samples.text() : samples.pdf();
      expect(await bytesBehind(customer, fileId)).toEqual(right);
    }),
  );

  test(
    'by somebody else, or to another room, is a conflict',
    withCrm(async (crm) => {
      const { customer, employee, place } = await aRoom(crm);
      const { id: fileId } = await send(customer, place);
      expect(await refusalOf(send(employee, place, { fileId }))).toMatchObject({ status: 409 });
      const elsewhere = { kind: 'customer', id: customer.caller.customerId! } as const;
      expect(await refusalOf(send(await crm.work('admin'), elsewhere, { fileId }))).toMatchObject({ status: 409 });
    }),
  );
});

describe('ASVS 5.2.2 what may run on somebody’s computer, or is nothing, is not taken', () => {
  test.each<[string, string, () => Buffer]>([
    ['nothing', 'ring.pdf', () => Buffer.alloc(0)],
    ['a program', 'ring.exe', samples.program],
    ['a program named like a picture', 'ring.png', samples.program],
    ['a program of Linux without an ending', 'ring', samples.linuxProgram],
    ['a script without an ending', 'ring', samples.shellScript],
    ['a script of Windows', 'ring.vbs', samples.text],
    ['a shortcut', 'ring.pdf.lnk', samples.text],
    ['a program whose name is turned around', 'ring\u202Efdp.exe', samples.text],
    ['a program behind many spaces', `ring.pdf${' '.repeat(90)}.scr`, samples.text],
  ])('%s', async (_, name, bytes) => {
    await withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      expect(await refusalOf(send(customer, place, { name, bytes: bytes() }))).toMatchObject({
        status: 400,
        type: '/problems/bad-file',
        detail: expect.any(String),
      });
      expect(await storedOf(customer)).toEqual([]);
      expect((await listFiles(customer, place)).items).toEqual([]);
    })();
  });
});

describe('ASVS 5.3.1 a forged kind: the bytes say what it is, and what is no picture is only ever saved', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, string, 'inline' | 'attachment']>([
    ['a page named like a picture', 'ring.png', samples.html, 'application/octet-stream', 'attachment'],
    ['a page', 'ring.html', samples.html, 'application/octet-stream', 'attachment'],
    ['an SVG', 'ring.svg', samples.svg, 'application/octet-stream', 'attachment'],
    ['an SVG named like a picture', 'ring.jpg', samples.svg, 'application/octet-stream', 'attachment'],
    ['a page that begins like a GIF', 'ring.gif', samples.gifAndPage, 'application/octet-stream', 'attachment'],
    ['a page that begins like a PDF', 'ring.html', samples.pdfAndPage, 'application/pdf', 'inline'],
    ['a picture named like a page', 'ring.html', samples.png, 'image/png', 'inline'],
    ['a text', 'ring.txt', samples.text, 'application/octet-stream', 'attachment'],
    ['a zip', 'prices.zip', samples.zip, 'application/zip', 'attachment'],
    [
      'ASVS 5.2.3 a zip that unfolds to a thousand times its size',
      'a.zip',
      samples.zipBomb,
      'application/zip',
      'attachment',
    ],
    ['ASVS 5.2.6 a picture of a hundred megapixels', 'a.png', samples.bomb, 'application/octet-stream', 'attachment'],
    ['a GIF', 'ring.gif', samples.gif, 'image/gif', 'inline'],
  ])('%s', async (_, name, bytes, type, disposition) => {
    await withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      const file = await send(customer, place, { name, bytes: await bytes() });
      expect(file.type).toBe(type);
      const { url } = await linkFile(customer, file.id);
      const opened = await openFile(customer, url.split('/').at(-1)!);
      await opened.bytes.cancel();
      expect(opened).toMatchObject({ type, disposition, fileName: name });
    })();
  });
});

test(
  'F194 of a picture there is a small one, upright and without the place where it was taken; its size is told before',
  withCrm(async (crm) => {
    const { customer, employee, place } = await aRoom(crm);
    const file = await send(customer, place, { name: 'hand.jpg', bytes: await samples.fromPhone() });
    expect(file).toMatchObject({ type: 'image/jpeg', picture: { width: 400, height: 400 } });
    const { bytes } = await showThumbnail(employee, file.id);
    const { format, exif, orientation } = await sharp(bytes).metadata();
    expect({ format, exif, orientation }).toEqual({ format: 'webp' });
    const { dominant } = await sharp(
      await sharp(bytes).extract({ left: 0, top: 0, width: 400, height: 100 }).toBuffer(),
    ).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);

    const pdf = await send(customer, place);
    expect(await refusalOf(showThumbnail(customer, pdf.id))).toMatchObject({ status: 404 });
  }),
);

test(
  'W33 the files of another room, and of another business, are not found',
  withCrm(async (crm) => {
    const { customer, place } = await aRoom(crm);
    const file = await send(customer, place, { name: 'hand.png', bytes: await samples.png() });
    const { customer: other } = await aRoom(crm);
    await withCrm(async (elsewhere) => {
      const { customer: stranger } = await aRoom(elsewhere);
      for (const work of [other, stranger]) {
        for (const refusal of await refusalsOf(linkFile(work, file.id), showThumbnail(work, file.id)))
          expect(refusal).toMatchObject({ status: 404 });
        expect(await refusalOf(listFiles(work, place))).toMatchObject({ status: 404 });
        expect(await refusalOf(send(work, place))).toMatchObject({ status: 404 });
      }
      expect(await storedOf(stranger)).toEqual([]);
    })();
  }),
);
