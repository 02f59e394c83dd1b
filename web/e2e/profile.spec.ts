import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openWithInes, signUp, verify } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

const photo = async (red: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const create = { width: 640, height: 480, channels: 3, background: { r: red, g: 90, b: 160 } } as const;
  return { name: 'me.png', mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() };
};

async function changePhoto(page: Page, red: number): Promise<void> {
  await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
  await page.getByLabel('Photo', { exact: true }).setInputFiles(await photo(red));
  await page.getByRole('button', { name: 'Use this part' }).click();
  await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
  await expect(page.getByText('Image uploaded and retrieved successfully').first()).toBeVisible();
}

/** Loaded and drawn, not only asked for. */
const isDrawn = (face: Locator): Promise<boolean> =>
  face.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0);

test('F135 a photo changed in one browser is seen in another without a reload; the profile is edited and deleted', async ({
  browser,
}) => {
  const opened = await openWithInes();
  const { ines, slug, of } = opened;
  const { email } = of('Dipika Sarraf');
  const dipika = await signUp(opened, 'Dipika Sarraf', 'Ring resize');
  await verify(opened, dipika);
  const customer = await signedIn(browser, dipika.person, '/portal');

  // The admin looks at the list of customers and touches nothing.
  const admin = await signedIn(browser, ines, '/customers');
  const row = admin.getByRole('row').filter({ hasText: 'Dipika Sarraf' });
  const face = row.locator('img');
  await expect(row).toBeVisible();
  await expect(face).toHaveCount(0);

  await customer.getByRole('button', { name: 'Your account, Dipika Sarraf' }).click();
  await customer.getByRole('menuitem', { name: 'Profile' }).click();
  await changePhoto(customer, 200);
  await expect(face).toHaveCount(1);
  await expect.poll(() => isDrawn(face)).toBe(true);
  const first = await face.getAttribute('src');
  await changePhoto(customer, 20);
  await expect(face).not.toHaveAttribute('src', first!);
  await expect.poll(() => isDrawn(face)).toBe(true);

  // F138: so does a name.
  await customer.getByRole('button', { name: 'EDIT PROFILE' }).click();
  await customer.getByRole('textbox', { name: 'Name' }).fill('Dipika Rao');
  await customer.getByRole('button', { name: 'SAVE CHANGES' }).click();
  await expect(customer.getByRole('heading', { level: 1, name: 'Dipika Rao' })).toBeVisible();
  await expect(admin.getByRole('row').filter({ hasText: 'Dipika Rao' })).toBeVisible();

  // Q47: deleted, and out at once, in the other window as well.
  const other = await customer.context().newPage();
  await other.goto(customer.url());
  await expect(other.getByRole('heading', { level: 1, name: 'Dipika Rao' })).toBeVisible();
  await customer.getByRole('button', { name: 'DELETE PROFILE' }).click();
  const dialog = customer.getByRole('dialog');
  await dialog.getByLabel(`Type ${email} to confirm`).fill(email);
  await dialog.getByRole('button', { name: 'DELETE PROFILE' }).click();
  await expect(customer).toHaveURL(new RegExp(`/w/${slug}/login`));
  await expect(other).toHaveURL(/\/login/);
});
