import { BlobServiceClient } from '@azure/storage-blob';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { memberRoutes } from '#domain/members/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { aPhoto } from '#functions/testing/a-photo.ts';
import { openBusiness } from '#infra/people/business.ts';
import { Person } from '#infra/people/person.ts';

let person: Person;
let workspaceId: string;

const open = async (): Promise<{ person: Person; workspaceId: string }> => {
  const run = crypto.randomUUID().slice(0, 13);
  const opened = await openBusiness(
    { origin: inject('origin'), mailUrl: inject('mailUrl') },
    {
      businessName: 'Marlow Street',
      slug: `shop-${run}`,
      currency: 'USD',
      timeZone: 'Europe/Oslo',
      name: 'Ines Halvorsen',
      email: `ines-${run}@example.com`,
      password: 'correct horse battery',
    },
  );
  return { person: opened.person, workspaceId: opened.me.workspace.id };
};
beforeAll(async () => void ({ person, workspaceId } = await open()));

const send = (file: Blob, headers: Record<string, string> = {}) => person.send(photoRoutes.change, { file }, headers);
const shown = async (): Promise<string | null> => (await person.call(memberRoutes.me)).member.photo;

async function stored(): Promise<string[]> {
  const container = BlobServiceClient.fromConnectionString(inject('settings')['STORAGE']!).getContainerClient('photos');
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat()) names.push(name);
  return names;
}

const bytes = (count: number, type = 'image/png'): Blob => new Blob([new Uint8Array(count)], { type });
const text = (words: string, type: string): Blob => new Blob([words], { type });
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('W33 ASVS 5.2.1 ASVS 5.2.2 what is no small picture is refused with its reason, and nothing of it is kept', () => {
  test.each<[string, Blob, Record<string, string>, number]>([
    ['nothing', bytes(0), { 'content-type': 'image/png' }, 400],
    ['26 MB', bytes(26_000_000), {}, 413],
    ['a byte more than 5 MB', bytes(5 * 1024 * 1024 + 1), {}, 413],
    ['an SVG', text(svg, 'image/svg+xml'), {}, 415],
    ['an SVG said to be a PNG', text(svg, 'image/png'), {}, 400],
    ['an HTML page', text('<script>alert(1)</script>', 'text/html'), {}, 415],
    ['an HTML page said to be a JPEG', text('<script>alert(1)</script>', 'image/jpeg'), {}, 400],
    ['a picture with no type', bytes(10), { 'content-type': '' }, 415],
  ])('%s', async (_, file, headers, status) => {
    const answer = await send(file, headers);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ title: expect.any(String) })]);
    expect(await shown()).toBeNull();
    expect((await stored()).filter((name) => name.startsWith(workspaceId))).toEqual([]);
  });
});

test('F134 ASVS 5.3.2 a photo is stored under a name of ours, whatever the file was called, and comes back', async () => {
  const file = await aPhoto();
  const answer = await send(file, { 'x-file-name': encodeURIComponent('../../other/48.webp') });
  expect(answer.status).toBe(200);
  const photo = (await shown())!;
  const names = await stored();
  expect(names.filter((name) => name.startsWith(workspaceId)).toSorted()).toEqual(
    ['256', '48', '96'].map((size) => `${workspaceId}/${photo}/${size}.webp`),
  );
  expect(names.filter((name) => name.includes('other'))).toEqual([]);

  const response = await fetch(`${inject('origin')}/api/photos/${photo}/96`, { headers: { cookie: person.cookie } });
  const picture = Buffer.from(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(picture.toString('latin1', 8, 12)).toBe('WEBP');

  const again = await person.send(
    photoRoutes.get,
    { params: { photo, size: '96' } },
    {
      'if-none-match': response.headers.get('etag')!,
    },
  );
  expect(again.status).toBe(304);
});

describe('ASVS 8.4.1 a photo is shown', () => {
  test('to nobody of another business, and to no visitor', async () => {
    await send(await aPhoto());
    const photo = (await shown())!;
    const { person: stranger } = await open();
    const ask = (who: Person, size = '48') => who.send(photoRoutes.get, { params: { photo, size } });
    expect((await ask(person)).status).toBe(200);
    expect((await ask(stranger)).status).toBe(404);
    expect((await ask(new Person(inject('origin')))).status).toBe(401);
    expect((await ask(person, '49')).status).toBe(400);
  });

  test('under no other path', async () => {
    for (const photo of ['..', '%2e%2e', 'a', workspaceId, '..%2F..%2Fimports']) {
      const response = await fetch(`${inject('origin')}/api/photos/${photo}/48`, {
        headers: { cookie: person.cookie },
      });
      expect([400, 404]).toContain(response.status);
    }
  });
});
