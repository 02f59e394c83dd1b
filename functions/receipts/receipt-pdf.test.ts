import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '#domain/receipts/receipt.ts';
import { drawLogo } from './draw-logo.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { aReceipt } from '#domain/receipts/testing/a-receipt.ts';
import { textOf } from './testing/text-of.ts';

const textIn = async (change: Partial<Receipt> = {}): Promise<string> =>
  textOf(await receiptPdf(aReceipt(change), null));
const of = (name: string): Receipt['customer'] => ({ ...aReceipt().customer, name });

test('F230 the PDF says everything, in the order people read it', async () => {
  expect((await textIn({ refunded: 2_550 })).split('\n')).toEqual([
    'Receipt',
    'R-000412',
    'Marlow Street Jewellers',
    '12 Marlow Street',
    '0150 Oslo',
    'Tax number NO 987 654 321 MVA',
    'hello@marlow.example',
    'Received from Dipika Sarraf',
    'dipika@example.com',
    'Paid on 20 November 2026',
    'Paid by Card, Visa ending 4242',
    'For Ring resize, N to P',
    'Amount paid $100.00',
    'Given back since -$25.50',
    'Net amount $74.50',
    'Returns within 30 days.',
  ]);
});

test('F230 the PDF has a title and a language, is tagged for screen readers, and is one page of A4', async () => {
  const bytes = await receiptPdf(aReceipt(), null);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await getMeta(pdf);
  expect(info).toMatchObject({
    Title: 'Receipt R-000412 from Marlow Street Jewellers',
    Author: 'Marlow Street Jewellers',
    Language: 'en',
  });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  expect(pdf.numPages).toBe(1);
  expect((await pdf.getPage(1)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect(tree).toContain('"role":"H1"');
});

test('F230 the same receipt gives the same bytes', async () => {
  const receipt = aReceipt();
  expect(await receiptPdf(receipt, null)).toEqual(await receiptPdf(receipt, null));
});

describe('W16 sums in every kind of currency', () => {
  test.each([
    ['USD', 10_000, '$100.00'],
    ['JPY', 10_000, '¥10,000'],
    ['KWD', 1_234, 'KWD 1.234'],
    ['INR', 10_000, '₹100.00'],
    ['EUR', 1, '€0.01'],
    ['VND', 99_999_999, '₫99,999,999'],
    ['KRW', 500, '₩500'],
  ])('%s %i stands as %s', async (currency, amount, words) => {
    expect(await textIn({ currency, amount })).toContain(`Amount paid ${words}`);
  });
});

describe('F230 names in many scripts', () => {
  test.each(['José Ñandú', 'Łukasz Şahin Ștefan', 'Иван Петров', 'Γιώργος Παπάς', 'Nguyễn Thị Ánh', 'O’Brien – “Bob”'])(
    '%s is written as it is',
    async (name) => {
      expect(await textIn({ customer: of(name) })).toContain(`Received from ${name}`);
    },
  );

  test.each([
    ['letters with their accents beside them', 'Jose\u0301', 'José'],
    ['hyphens and spaces of other widths', 'Anne\u2011Marie\u202fBerg', 'Anne-Marie Berg'],
    ['signs that nobody sees', 'So\u00adfie\u200b Berg', 'Sofie Berg'],
  ])('%s are written plainly', async (_, name, words) => {
    expect(await textIn({ customer: of(name) })).toContain(`Received from ${words}`);
  });

  test('where no font has the letters each is a box, and all the rest can be read', async () => {
    const text = await textIn({ customer: of('王小明 Wang मीना 👩‍👩‍👧'), purpose: '戒指 ring' });
    for (const words of ['Wang', 'ring', 'dipika@example.com', '$100.00']) expect(text).toContain(words);
  });
});

test('F230 a text of any length stays on the paper, and goes on the next page', async () => {
  const long = 'An exceedinglylongwordwithoutanyplacetobreakit '.repeat(40);
  const business = { ...aReceipt().business, address: 'A line\n'.repeat(60), footer: long };
  const bytes = await receiptPdf(aReceipt({ business, purpose: 'x'.repeat(200) }), null);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  expect(pdf.numPages).toBeGreaterThan(1);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      expect(item.transform[4] + item.width).toBeLessThan(595 - 50);
      expect(item.transform[5]).toBeGreaterThan(50);
    }
  }
  expect((await textOf(bytes)).match(/A line/g)).toHaveLength(60);
});

test('F230 whatever is typed, the PDF is drawn and its sum can be read', { timeout: 60_000 }, async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed());
  await fc.assert(
    fc.asyncProperty(anything, anything, async (name, words) => {
      const business = { ...aReceipt().business, name, address: words, footer: words };
      expect(await textIn({ business, customer: of(words), purpose: name })).toContain('$100.00');
    }),
    { numRuns: 20 },
  );
});

describe('F230 the logo', () => {
  const noise = (width: number, height: number) =>
    sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();

  test('stands in the PDF, with words for who cannot see it, and the PDF stays small', async () => {
    const { jpeg } = await drawLogo(await noise(600, 400), 'image/png');
    const bytes = await receiptPdf(aReceipt(), jpeg);
    expect(bytes.byteLength).toBeLessThan(150_000);
    const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toContain('The logo of Marlow Street Jewellers');
    expect(await textOf(bytes)).toContain('R-000412\nMarlow Street Jewellers');
  });

  test('without one the PDF is smaller than 50 kB', async () => {
    expect((await receiptPdf(aReceipt(), null)).byteLength).toBeLessThan(50_000);
  });
});
