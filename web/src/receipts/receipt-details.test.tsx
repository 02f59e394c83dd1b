import { beforeEach, describe, expect, test, vi } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import type { ReceiptDetails } from '#domain/receipts/receipt.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPaymentSettings, firstDetails } from '#web/testing/payment-settings.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const details = (change: Partial<ReceiptDetails> = {}): ReceiptDetails => ({ ...firstDetails, ...change });
const logo = 'AbCdEfGhIjKlMnOpQrStUv';

async function opened(given: ReceiptDetails) {
  answer(receiptRoutes.details, given);
  const page = await renderPage('/settings/payments');
  const part = page.getByRole('region', { name: 'Receipts' });
  await expect.element(part.getByRole('textbox', { name: 'Name of the business' })).toHaveValue(given.name);
  return { page, part };
}

async function picture(type = 'image/png'): Promise<File> {
  const canvas = new OffscreenCanvas(300, 120);
  canvas.getContext('2d')!.fillRect(0, 0, 300, 120);
  return new File([await canvas.convertToBlob({ type })], 'logo.png', { type });
}

beforeEach(() => {
  answerPaymentSettings();
  signedInAs('admin');
});

describe('F230 what stands on receipts', () => {
  test('is said by an admin and saved', async () => {
    const sent = vi.fn();
    const { part } = await opened(details());
    answer(receiptRoutes.changeDetails, ({ body }) => {
      sent(body);
      return { ...body, logo: null, version: '"1"' };
    });
    await part.getByRole('textbox', { name: 'Address', exact: true }).fill('12 Marlow Street\n0150 Oslo');
    await part.getByRole('textbox', { name: 'Tax number' }).fill('NO 987');
    await part.getByRole('button', { name: 'Save' }).click();
    await expect.element(part.getByRole('textbox', { name: 'Tax number' })).toHaveValue('NO 987');
    await vi.waitFor(() =>
      expect(sent).toHaveBeenCalledExactlyOnceWith({
        name: 'Marlow Street Jewellers',
        address: '12 Marlow Street\n0150 Oslo',
        taxNumber: 'NO 987',
        email: '',
        footer: '',
        version: null,
      }),
    );
  });

  test.each([
    ['Name of the business', '', 'Please fill this in'],
    ['E-mail address', 'nobody', 'Please enter a valid e-mail address'],
  ])('is held to its rules: %s %j', async (name, typed, words) => {
    const { part } = await opened(details());
    await part.getByRole('textbox', { name }).fill(typed);
    await part.getByRole('button', { name: 'Save' }).click();
    await expect.element(part.getByText(words)).toBeVisible();
    await expect.element(part.getByRole('textbox', { name })).toHaveFocus();
  });

  test('is asked about when somebody else was faster, and what was typed is kept', async () => {
    const sent: unknown[] = [];
    const { page, part } = await opened(details({ version: '"1"' }));
    answer(receiptRoutes.details, details({ version: '"2"', footer: 'Theirs' }));
    answer(receiptRoutes.changeDetails, ({ body }) => {
      sent.push(body);
      if (body.version !== '"2"') throw problems.changedMeanwhile('The receipt details');
      return { ...body, logo: null, version: '"3"' };
    });
    await part.getByRole('textbox', { name: 'Words at the foot' }).fill('Mine');
    await part.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByRole('row', { name: 'Words at the foot Theirs Mine' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Save what I typed' }).click();
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ footer: 'Mine', version: '"2"' }));
  });

  test('can be asked for again when it could not be read', async () => {
    answer(receiptRoutes.details, () => {
      throw problems.notFound('The workspace');
    });
    const page = await renderPage('/settings/payments');
    const part = page.getByRole('region', { name: 'Receipts' });
    await expect.element(part.getByRole('alert')).toBeVisible();
    answer(receiptRoutes.details, details());
    await part.getByRole('button', { name: 'Retry' }).click();
    await expect.element(part.getByRole('button', { name: 'Save' })).toBeVisible();
  });
});

describe('F230 the logo of receipts', () => {
  test('is kept as soon as it is chosen, shown, and the words beside it can still be saved', async () => {
    const { part } = await opened(details({ version: '"1"' }));
    answer(receiptRoutes.changeLogo, () => {
      const kept = details({ logo, version: '"2"' });
      answer(receiptRoutes.details, kept);
      return kept;
    });
    await part.getByRole('textbox', { name: 'Tax number' }).fill('NO 987');
    await part.getByLabelText('Logo', { exact: true }).upload(await picture());
    await vi.waitFor(() => expect(document.querySelector(`img[src="/api/workspace/logos/${logo}"]`)).not.toBeNull());
    const sent = vi.fn();
    answer(receiptRoutes.changeDetails, ({ body }) => {
      sent(body.taxNumber, body.version);
      return { ...body, logo, version: '"3"' };
    });
    await part.getByRole('button', { name: 'Save' }).click();
    await vi.waitFor(() => expect(sent).toHaveBeenCalledExactlyOnceWith('NO 987', '"2"'));
  });

  test('is removed', async () => {
    const { part } = await opened(details({ logo, version: '"1"' }));
    answer(receiptRoutes.removeLogo, details({ version: '"2"' }));
    await part.getByRole('button', { name: 'Remove the logo' }).click();
    await expect.element(part.getByText('No logo')).toBeVisible();
  });

  test.each([
    ['an SVG', () => new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), 'choose a JPEG, PNG or WebP'],
    ['a text called PNG', () => new File(['no'], 'a.png', { type: 'image/png' }), 'damaged, or not a picture'],
    ['more than 2 MB', () => new File([new Uint8Array(2_000_001)], 'a.png', { type: 'image/png' }), 'larger than 2 MB'],
  ])('W33 %s is refused before anything is sent', async (_, file, words) => {
    const { part } = await opened(details());
    await part.getByLabelText('Logo', { exact: true }).upload(file());
    await expect.element(part.getByRole('alert')).toMatchTextContent(words);
  });

  test('W33 what the server refuses is said in its words', async () => {
    const { part } = await opened(details());
    answer(receiptRoutes.changeLogo, () => {
      throw problems.badPicture('Please choose one that does not move.');
    });
    await part.getByLabelText('Logo', { exact: true }).upload(await picture());
    await expect.element(part.getByRole('alert')).toMatchTextContent('does not move');
  });
});
