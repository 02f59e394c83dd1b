import { beforeAll, describe, expect, inject, test } from 'vitest';
import { fileRoutes } from '#domain/files/routes.ts';
import { aPhoto } from '#functions/testing/a-photo.ts';
import { type Business, twoBusinesses } from '#functions/testing/two-businesses.ts';
import { samples } from './testing/samples.ts';

let ours: Business;
let theirs: Business;
beforeAll(async () => {
  [ours, theirs] = await twoBusinesses({
    origin: inject('origin'),
    mailUrl: inject('mailUrl'),
    settings: inject('settings'),
  });
});

const blob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' });

const upload = (file: Blob, fileName: string, { people, ids }: Business = ours) =>
  people.customer.send(fileRoutes.addToRoom, {
    params: { roomId: ids.roomId },
    query: { fileId: crypto.randomUUID() },
    file,
    fileName,
  });

/** What a browser gets that follows the link. */
async function opened(file: Blob, fileName: string): Promise<Response> {
  const { id: fileId } = (await upload(file, fileName)).body as { id: string };
  const { url } = await ours.people.employee.call(fileRoutes.link, { params: { fileId } });
  return fetch(`${inject('origin')}${url}`);
}

test('F142 F194 a large PDF goes up and comes back whole, under its name, to be looked at in our own page only', async () => {
  const bytes = Buffer.concat([samples.pdf(), Buffer.alloc(20_000_000, 7)]);
  const answer = await opened(blob(bytes), 'अंगूठी "N".pdf');
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; filename="_+ _N_\.pdf"; filename\*=UTF-8''%E0/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('W33 ASVS 5.4.1 a page, whatever it is called, is only ever saved, and may do nothing', async () => {
  for (const name of ['ring.html', 'ring.png', 'ring.svg']) {
    const answer = await opened(blob(samples.html()), name);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    await answer.body?.cancel();
  }
});

describe('what is no file for us is refused with its reason', () => {
  test.each<[string, Blob, string, number]>([
    ['26 MB', new Blob([new Uint8Array(26_000_000)], { type: 'application/octet-stream' }), 'ring.pdf', 413],
    ['nothing', blob(Buffer.alloc(0)), 'ring.pdf', 400],
    ['a program', blob(samples.program()), 'ring.pdf', 400],
    ['a body of another kind', new Blob(['{}'], { type: 'application/json' }), 'ring.pdf', 415],
  ])('%s', async (_, file, name, status) => {
    const answer = await upload(file, name);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ title: expect.any(String) })]);
  });
});

test('twenty pictures at once are stored, each with its thumbnail', async () => {
  const photo = blob(new Uint8Array(await (await aPhoto()).arrayBuffer()));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => upload(photo, `ring ${at}.png`)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  for (const { body } of answers.slice(0, 3)) {
    const { id: fileId } = body as { id: string };
    const { status, headers } = await ours.people.employee.send(fileRoutes.thumbnail, { params: { fileId } });
    expect([status, headers.get('content-type')]).toEqual([200, 'image/webp']);
  }
});

test('W33 a file of another business is not found by its id, and its link is of no use when forged', async () => {
  const { fileId, roomId } = theirs.ids;
  for (const route of [fileRoutes.link, fileRoutes.thumbnail, fileRoutes.remove, fileRoutes.restore])
    for (const person of Object.values(ours.people))
      expect((await person.send(route, { params: { fileId } })).status).toBe(404);
  expect((await ours.people.admin.send(fileRoutes.ofRoom, { params: { roomId } })).status).toBe(404);

  const [claim, signature = ''] = theirs.ids.token.split('.');
  const another = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  for (const token of [`${claim}.${another}`, `${claim}x.${signature}`])
    expect((await fetch(`${inject('origin')}/api/files/open/${token}`)).status).toBe(404);
});
