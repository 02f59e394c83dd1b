import { describe, expect, test } from 'vitest';
import type { Manifest } from '#domain/exports/manifest.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Bytes, gathered, openArchive } from './archive-reader.ts';
import { archive, once, type Source } from './archive-writer.ts';
import { checkArchive, documentsFrom, readManifest } from './check-archive.ts';

const workspaceId = crypto.randomUUID();
const head = (change: Partial<Manifest> = {}): Omit<Manifest, 'files'> => ({
  format: 1,
  kind: 'backup',
  schemaVersion: 1,
  workspace: { id: workspaceId, slug: 'marlow-street', name: 'Marlow Street' },
  exportedAt: '2026-11-20T09:00:00.000Z',
  ...change,
});
const line = (document: object): string => `${JSON.stringify(document)}\n`;
const task = { id: 'a', workspaceId, title: 'Ring resize — 戒指' };

async function bytesOf(files: Record<string, string | Uint8Array>, change: Partial<Manifest> = {}): Promise<Buffer> {
  async function* sources(): AsyncIterable<Source> {
    for (const [name, content] of Object.entries(files)) yield { name, content: once(Buffer.from(content)) };
  }
  return gathered(archive(head(change), sources()));
}

const inMemory = (bytes: Buffer): Bytes => ({
  size: bytes.byteLength,
  read: (from, count) => Promise.resolve(once(bytes.subarray(from, from + count))),
});

async function check(bytes: Buffer): Promise<Manifest> {
  const opened = await openArchive(inMemory(bytes));
  const manifest = await readManifest(opened);
  await checkArchive(opened, manifest, 1);
  return manifest;
}

async function refusal(bytes: Buffer): Promise<string | undefined> {
  return (await refusalOf(check(bytes)))?.errors?.[0]?.detail;
}

describe('F402 an archive', () => {
  test('gives every file back as it was, and tells how large it is and what its hash is', async () => {
    // A ZIP file in a ZIP file: its marks are no marks here.
    const inner = await bytesOf({ 'documents/tasks.ndjson': line(task) });
    const bytes = await bytesOf({
      [`blobs/files/${workspaceId}/1/original`]: inner,
      [`blobs/files/${workspaceId}/2/original`]: '',
      'documents/tasks.ndjson': line(task) + line({ ...task, id: 'b' }),
    });
    const { files } = await check(bytes);
    expect(files.map((file) => file.bytes)).toEqual([inner.byteLength, 0, expect.any(Number)]);

    const opened = await openArchive(inMemory(bytes));
    expect(await gathered(opened.open(files[0]!.name))).toEqual(inner);
    const documents: object[] = [];
    for await (const document of documentsFrom(opened.open('documents/tasks.ndjson'))) documents.push(document);
    expect(documents).toEqual([task, { ...task, id: 'b' }]);
  });

  const other = crypto.randomUUID();
  test.each([
    ['another schema version', {}, { schemaVersion: 2 }, /schema version 2; here they are of 1/],
    ['another format', {}, { format: 2 }, /format 2; this is 1/],
    ['a copy without accounts', {}, { kind: 'copy' as const }, /without accounts/],
    [
      'a document of another business',
      { 'documents/tasks.ndjson': line({ ...task, workspaceId: other }) },
      {},
      /not this business's/,
    ],
    ['a line that is no document', { 'documents/tasks.ndjson': 'null\n' }, {}, /no document/],
    ['a file of another business', { [`blobs/files/${other}/1/original`]: 'x' }, {}, /another business's/],
    ['a blob of another container', { [`blobs/exports/${workspaceId}/1`]: 'x' }, {}, /another business's/],
    ['documents of no part', { 'documents/inbox.ndjson': line(task) }, {}, /nothing that belongs here/],
    ['a file of no kind', { 'readme.txt': 'x' }, {}, /nothing that belongs here/],
  ])('with %s is refused, and told why', async (_, files, change, words) => {
    expect(await refusal(await bytesOf({ ...files }, change))).toMatch(words);
  });

  test('that is cut off or is none is refused', async () => {
    const bytes = await bytesOf({ 'documents/tasks.ndjson': line(task) });
    for (const end of [0, 1, 30, bytes.byteLength - 23, bytes.byteLength - 1])
      expect(await refusal(bytes.subarray(0, end))).toMatch(/no ZIP file/);
    expect(await refusal(Buffer.from('%PDF-1.7 and so on, for longer than the end of an archive'))).toMatch(/no ZIP/);
  });

  test('with any one byte changed is refused, or holds what it held', async () => {
    const name = `blobs/files/${workspaceId}/1/original`;
    const words = 'What somebody sent';
    const bytes = await bytesOf({ [name]: words, 'documents/tasks.ndjson': line(task) });
    const taken: string[] = [];
    for (let at = 0; at < bytes.byteLength; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 0x10;
      // What an archive says of times and versions of packers is nobody's, and may change.
      const found = await contentIf(changed, name).catch(() => words);
      if (found !== words) taken.push(`byte ${at}: ${found}`);
    }
    expect(taken).toEqual([]);
  });
});

async function contentIf(bytes: Buffer, name: string): Promise<string> {
  await check(bytes);
  return (await gathered((await openArchive(inMemory(bytes))).open(name))).toString();
}
