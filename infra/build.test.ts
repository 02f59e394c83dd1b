import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import { bundleFunctions } from './build.ts';

const draw = `
  const { receiptPdf } = await import('./main.mjs');
  const business = { name: 'Marlow Street', address: '', taxNumber: '', email: '', footer: '', logo: null };
  const pdf = await receiptPdf({
    number: 412, paymentId: crypto.randomUUID(), issuedAt: '2026-11-20T09:00:00.000Z', business,
    customer: { id: crypto.randomUUID(), name: 'Иван', email: '' }, purpose: 'A ring', amount: 10000, currency: 'INR',
    method: 'upi', methodDetail: null, paidOn: '2026-11-20', refunded: 0, stripeReceipt: null,
  }, null);
  console.log(Buffer.from(pdf).toString('base64'));`;

const find = `
  const { searchTowns } = await import('./main.mjs');
  console.log((await searchTowns('tromso'))[0].name);`;

/** What a script prints that has the bundle of one file beside it, and nothing else. */
async function runAlone(entry: string, script: string): Promise<string> {
  const alone = await mkdtemp(join(tmpdir(), 'alone-'));
  try {
    await bundleFunctions({ entry, out: alone });
    const options = { cwd: alone };
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], options)).stdout;
  } finally {
    await rm(alone, { recursive: true, force: true });
  }
}

test('F230 a receipt is drawn by the bundle alone, in a folder that holds nothing else', async () => {
  const pdf = new Uint8Array(Buffer.from(await runAlone('functions/receipts/receipt-pdf.ts', draw), 'base64'));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const words of ['R-000412', 'Иван', '₹100.00']) expect(text).toContain(words);
});

test('F250 a town is found by the bundle alone', async () => {
  expect((await runAlone('functions/places/find-towns.ts', find)).trim()).toBe('Tromsø');
});
