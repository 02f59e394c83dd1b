import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ReceiptDetailsChange } from '#domain/receipts/receipt.ts';
import { pictures } from '#functions/photos/testing/pictures.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { changeDetails, changeLogo, removeLogo } from './change-details.ts';
import { readDetails } from './read-details.ts';
import { readReceipt, showLogo } from './read-receipt.ts';
import { receipted } from './testing/paid.ts';

const words: ReceiptDetailsChange = {
  name: 'Marlow Street AS',
  address: '12 Marlow Street\n0150 Oslo',
  taxNumber: 'NO 987',
  email: 'hello@marlow.example',
  footer: 'Thank you',
  version: null,
};
const aLogo = async () => ({ bytes: await pictures.png(), type: 'image/png' });

test(
  'F230 until somebody says more, receipts carry the name of the business',
  withCrm(async (crm) => {
    expect(await readDetails(await crm.work('admin'))).toEqual({
      name: crm.workspace.name,
      address: '',
      taxNumber: '',
      email: '',
      footer: '',
      logo: null,
      version: null,
    });
  }),
);

test(
  'F230 an admin says what stands on receipts, and who was slower hears of it',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const first = await changeDetails(admin, words);
    expect(first).toMatchObject({ ...words, version: expect.any(String) as string, logo: null });
    expect(await refusalOf(changeDetails(admin, words))).toMatchObject({ status: 412 });
    const second = await changeDetails(admin, { ...words, footer: '', version: first.version });
    expect(await refusalOf(changeDetails(admin, { ...words, version: first.version }))).toMatchObject({ status: 412 });
    expect((await readDetails(admin)).version).toBe(second.version);
  }),
);

describe('F230 the logo', () => {
  test(
    'is drawn small, shown on receipts issued from then on, and stays on those when it is removed',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const before = await receipted(crm);
      const { logo } = await changeLogo(admin, await aLogo());
      const { bytes } = await showLogo(admin, logo!);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 113, height: 150 });

      const during = await receipted(crm);
      expect((await removeLogo(admin)).logo).toBeNull();
      const after = await receipted(crm);
      const logos = [before, during, after].map(async ({ id }) => (await readReceipt(admin, id)).business.logo);
      expect(await Promise.all(logos)).toEqual([null, logo, null]);
      expect(await refusalOf(showLogo(admin, logo!))).toBeNull();
    }),
  );

  test(
    'changes beside words that are changed while it is drawn',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      let isFirst = true;
      const put: typeof admin.receiptDetails.put = async (details) => {
        if (isFirst) await changeDetails(admin, words);
        isFirst = false;
        return admin.receiptDetails.put(details);
      };
      const slow = { ...admin, receiptDetails: { ...admin.receiptDetails, put } };
      const { logo } = await changeLogo(slow, await aLogo());
      expect(await readDetails(admin)).toMatchObject({ name: words.name, logo });
    }),
  );

  test(
    'of another business is not found',
    withCrm(async (crm) => {
      const { logo } = await changeLogo(await crm.work('admin'), await aLogo());
      await withCrm(async (other) => {
        expect(await refusalOf(showLogo(await other.work('admin'), logo!))).toMatchObject({ status: 404 });
      })();
    }),
  );

  test.each<[string, string, () => Promise<Uint8Array>]>([
    ['nothing', 'image/png', async () => new Uint8Array()],
    ['an SVG', 'image/png', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that is said to be a JPEG', 'image/jpeg', pictures.png],
    ['half a JPEG', 'image/jpeg', async () => (await pictures.jpeg()).subarray(0, 900)],
    ['an animated WebP', 'image/webp', pictures.animatedWebp],
  ])('ASVS 5.2.2 %s is refused with its reason, and nothing changes', async (_, type, picture) =>
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const refused = await refusalOf(changeLogo(admin, { bytes: await picture(), type }));
      expect(refused).toMatchObject({ type: '/problems/bad-picture', detail: expect.any(String) as string });
      expect((await readDetails(admin)).logo).toBeNull();
    })(),
  );
});
