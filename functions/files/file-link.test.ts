import { describe, expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { readLink, signLink } from './file-link.ts';
import { linkFile, openFile } from './open-file.ts';
import { aRoom, send } from './testing/a-room.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const claim = { workspaceId: crypto.randomUUID(), fileId: crypto.randomUUID(), disposition: 'inline' } as const;
const { token, expiresAt } = signLink(claim, now);
const [text = '', signature = ''] = token.split('.');
const reading = (one: string, at = now) => refusalOf(Promise.resolve().then(() => readLink(one, at)));

describe('F194 a link to a file', () => {
  test('says whose and which it is, for ten minutes', async () => {
    expect(expiresAt).toBe('2026-03-02T09:10:00.000Z');
    expect(readLink(token, later(599))).toEqual(claim);
    expect(await reading(token, later(600))).toMatchObject({ status: 410, type: '/problems/link-expired' });
  });

  test('fits in an address, and in what the route takes', () => {
    expect(token).toMatch(/^[\w.-]+$/);
    expect(token.length).toBeLessThan(600);
  });

  const forged = Buffer.from(JSON.stringify({ ...claim, fileId: crypto.randomUUID(), until: 2_000_000_000 }));
  test.each([
    ['nothing', ''],
    ['a word', 'file'],
    ['only its claim', text],
    ['a claim without a signature', `${text}.`],
    ['another claim', `${forged.toString('base64url')}.${signature}`],
    ['another signature', `${text}.${Buffer.alloc(32).toString('base64url')}`],
    ['half a signature', `${text}.${signature.slice(0, 20)}`],
    ['a part more', `${token}.x`],
    ['the same bytes written another way', `${text}.${signature}=`],
    ['claims of another kind', `__proto__.${signature}`],
  ])('that is forged is not found: %s', async (_, one) => {
    expect(await reading(one)).toMatchObject({ status: 404 });
  });

  test(
    'is of no use once its time is over, or when its file is gone',
    withCrm(async (crm) => {
      const { customer, place } = await aRoom(crm);
      const { id } = await send(customer, place);
      const word = (await linkFile(customer, id)).url.split('/').at(-1)!;
      const visit = crm.visit();
      await (await openFile(visit, word)).bytes.cancel();
      const tooLate = { ...visit, now: () => new Date(Date.now() + 601_000) };
      expect(await refusalOf(openFile(tooLate, word))).toMatchObject({ status: 410 });
      await customer.files.purge(id);
      expect(await refusalOf(openFile(visit, word))).toMatchObject({ status: 404 });
    }),
  );
});
