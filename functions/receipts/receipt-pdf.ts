import { buffer } from 'node:stream/consumers';
import { type Receipt, receiptNumber } from '#domain/receipts/receipt.ts';
import { businessLines, receiptFacts, receiptSums, receiptTitle } from '#domain/receipts/receipt-facts.ts';
import { newSheet, type Sheet, sheetEdges as edges } from './pdf-sheet.ts';

const muted = '#5a6478';
const width = edges.right - edges.left;
const column = 300;
const names = { x: edges.left, width: 130, size: 10, color: muted };
const values = { x: edges.left + 150, width: width - 150, size: 10 };

/** The receipt on A4, with the logo it was issued with as JPEG. The same receipt gives the same bytes. */
export async function receiptPdf(receipt: Receipt, logo: Uint8Array | null): Promise<Uint8Array> {
  // Loaded when the first receipt is asked for: most processes never draw one.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // None of its own: they lie in files that the bundle does not have.
    font: '',
    lang: 'en',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    info: {
      Title: receiptTitle(receipt),
      Author: receipt.business.name,
      CreationDate: new Date(receipt.issuedAt),
    },
  });
  const bytes = buffer(doc);
  const sheet = await newSheet(doc);
  writeReceipt(sheet, receipt, logo);
  sheet.end();
  doc.end();
  return bytes;
}

function writeReceipt(sheet: Sheet, receipt: Receipt, logo: Uint8Array | null): void {
  const right = { x: edges.left + column, width: width - column, align: 'right' } as const;
  const below = sheet.write('Receipt', edges.top, { ...right, size: 22, weight: 600 }, 'H1');
  sheet.write(receiptNumber(receipt.number), below, { ...right, size: 11, color: muted });

  let y = writeBusiness(sheet, receipt.business, logo);
  y = writeFacts(sheet, receipt, Math.max(y, edges.top + 60) + 28);
  y = writeSums(sheet, receipt, y + 20);
  writeFooter(sheet, receipt.business.footer, y + 28);
}

function writeBusiness(sheet: Sheet, business: Receipt['business'], logo: Uint8Array | null): number {
  const place = { x: edges.left, width: column - 20 };
  if (logo) sheet.picture(logo, { alt: `The logo of ${business.name}`, fit: [140, 50] });
  let y = logo ? edges.top + 62 : edges.top + 4;
  y = sheet.write(business.name, y, { ...place, size: logo ? 11 : 15, weight: 600 });
  for (const line of businessLines(business)) y = sheet.write(line, y, { ...place, size: 9.5, color: muted });
  return y;
}

function writeFacts(sheet: Sheet, receipt: Receipt, top: number): number {
  sheet.rule(top);
  let y = top + 16;
  for (const { name, lines } of receiptFacts(receipt)) {
    sheet.write(name, y, names);
    for (const line of lines) y = sheet.write(line, y, values);
    y += 6;
  }
  return y;
}

/** What was paid stands large, what was given back since below it. */
function writeSums(sheet: Sheet, receipt: Receipt, top: number): number {
  sheet.rule(top);
  let y = top + 16;
  for (const [at, { name, lines }] of receiptSums(receipt).entries()) {
    const size = at === 0 ? 18 : 10;
    sheet.write(name, y + (at === 0 ? 7 : 0), names);
    for (const line of lines)
      y = sheet.write(line, y, { ...values, align: 'right', size, weight: at === 0 ? 600 : 400 });
    y += 6;
  }
  sheet.rule(y + 8);
  return y + 8;
}

/** At the foot of the page, if it is still free. */
function writeFooter(sheet: Sheet, footer: string, above: number): void {
  const style = { x: edges.left, width, size: 9, color: muted };
  const lines = footer.split('\n').filter(Boolean);
  const height = lines.reduce((sum, line) => sum + sheet.heightOf(line, style), 0);
  let y = Math.max(above, edges.bottom - height);
  for (const line of lines) y = sheet.write(line, y, style);
}
