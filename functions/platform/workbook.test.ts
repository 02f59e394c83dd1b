import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Money } from '#domain/kernel/money.ts';
import { unzip } from '#functions/imports/unzip.ts';
import { csvHead, csvRows, day, moment, type SheetColumn } from './sheet.ts';
import { workbook } from './workbook.ts';

type Row = { text: string; amount: Money; on: string | null; at: string };

const columns: SheetColumn<Row>[] = [
  { header: 'Text', width: 20, value: ({ text }) => text },
  { header: 'Amount', width: 12, value: ({ amount }) => amount },
  { header: 'Day', width: 12, value: ({ on }) => day(on) },
  { header: 'Moment', width: 20, value: ({ at }) => moment(at) },
];
const rows: Row[] = [
  { text: '=1+1', amount: { amount: 10_050, currency: 'USD' }, on: '2026-03-29', at: '2026-03-29T00:59:59.500Z' },
  { text: '<b>&\u0001 "x"', amount: { amount: 5000, currency: 'JPY' }, on: null, at: '2026-03-29T01:00:00.000Z' },
  { text: '@SUM(A1)', amount: { amount: -1234, currency: 'KWD' }, on: '1999-12-31', at: '1999-12-31T23:30:00.000Z' },
];

describe('a workbook', () => {
  let file: Buffer;
  beforeAll(async () => {
    const book = await workbook({ fileName: 'payments', sheet: 'Payments', columns, rows, timeZone: 'Europe/Oslo' });
    file = Buffer.from(await new Response(book.bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
    expect(book).toMatchObject({ size: file.byteLength, fileName: 'payments.xlsx', disposition: 'attachment' });
  });

  test('texts are texts, however they begin; amounts have the digits of their currency', async () => {
    const [head, ...cells] = await readSheet(file);
    expect(head).toEqual(['Text', 'Amount', 'Day', 'Moment']);
    expect(cells.map(([text, amount]) => [text, amount])).toEqual([
      ['=1+1', 100.5],
      ['<b>& "x"', 5000],
      ['@SUM(A1)', -1.234],
    ]);
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    for (const format of ['#,##0.00', '#,##0', '#,##0.000'])
      expect(partOf(file, 'xl/styles.xml')).toContain(`"${format}"`);
  });

  test('days are dates, and moments stand as the clocks of the business showed them', async () => {
    const [, ...cells] = await readSheet(file);
    expect(cells.map(([, , on, at]) => [on, at])).toEqual([
      [new Date('2026-03-29T00:00:00Z'), new Date('2026-03-29T01:59:59Z')],
      [null, new Date('2026-03-29T03:00:00Z')],
      [new Date('1999-12-31T00:00:00Z'), new Date('2000-01-01T00:30:00Z')],
    ]);
  });

  test('its head stays in sight', () => {
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });
});

test('the same as CSV: a text that a program would run is made harmless', () => {
  expect((csvHead(columns) + csvRows(columns, rows.slice(0, 1))).split('\r\n')).toEqual([
    '\uFEFFText,Amount,Day,Moment',
    "'=1+1,100.50,2026-03-29,2026-03-29T00:59:59.500Z",
    '',
  ]);
});

const partOf = (zip: Buffer, name: string): string =>
  String(unzip(zip, { maxBytes: 1_000_000, isWanted: () => true }).get(name));
