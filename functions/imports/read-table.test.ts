import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { importMaxRows } from '#domain/imports/import.ts';
import { csvLine } from '#domain/kernel/list-csv.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { readTable } from './read-table.ts';
import { unzip, zipPlainly } from './unzip.ts';

const utf8 = (text: string): Buffer => Buffer.from(text);
const utf16be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const xlsx = (rows: SheetData): Promise<Buffer> => writeXlsxFile(rows, { dateFormat: 'dd.mm.yyyy' }).toBuffer();

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const refused = await readTable(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof ProblemError)) throw new Error('The file was read');
  expect(refused.problem.status).toBe(400);
  return refused.problem.detail!;
}

describe('a file is read', () => {
  const text = 'customer,date,amount\nJosé,1997-01-01,11.77\n';
  const german = 'customer;date;amount\nJosé;1997-01-01;11,77\n';
  const row = ['José', '1997-01-01', '11.77'];

  test.each([
    ['in UTF-8', utf8(text), row],
    ['in UTF-8 with a byte order mark', utf8(`\ufeff${text}`), row],
    ['in UTF-16 little-endian', Buffer.from(`\ufeff${text}`, 'utf16le'), row],
    ['in UTF-16 big-endian', utf16be(text), row],
    ['in Windows-1252', Buffer.from(text, 'latin1'), row],
    [
      'with Windows line ends and empty lines',
      utf8('customer,date,amount\r\n\r\nJosé,1997-01-01,11.77\r\n,,\r\n'),
      row,
    ],
    ['with quotes and spaces', utf8('"customer","date","amount"\n"José", 1997-01-01 , "11.77"\n'), row],
    ['with semicolons', utf8(german), ['José', '1997-01-01', '11,77']],
    ['with tabs, as Excel writes UTF-16', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'), row],
    ['with its separator said', utf8(`sep=;\n${german}`), ['José', '1997-01-01', '11,77']],
    [
      'with commas within semicolons',
      utf8('customer;date;amount\nLee, Ann;1997-01-01;1,5\n'),
      ['Lee, Ann', '1997-01-01', '1,5'],
    ],
    [
      'with our quote before a formula',
      utf8("customer,date,amount\n'=1+1,1997-01-01,'-5\n"),
      ['=1+1', '1997-01-01', '-5'],
    ],
  ])('%s', async (_, bytes, cells) => {
    const { table } = await readTable(bytes);
    expect(table.header).toEqual(['customer', 'date', 'amount']);
    expect(table.rows.map((read) => read.cells)).toEqual([cells]);
  });

  test('a row stands on the line an editor shows', async () => {
    const { table } = await readTable(utf8('a,b\n\n1,2\n"two\nlines",3\n4,5\n'));
    expect(table.rows.map(({ line }) => line)).toEqual([3, 5, 6]);
  });

  test('a column without a name gets one', async () => {
    expect((await readTable(utf8('a,,c\n1,2,3\n'))).table.header).toEqual(['a', 'Column 2', 'c']);
  });

  test('from a workbook: real days, numbers as they are shown, texts, and empty cells', async () => {
    const bytes = await xlsx([
      ['customer', 'date', 'amount', 'note'],
      ['00001', new Date(Date.UTC(1997, 0, 1)), 11.77, null],
      ['José', new Date(Date.UTC(2024, 1, 29)), 0.1 + 0.2, 'x'],
    ]);
    const { table } = await readTable(bytes);
    expect(table.rows).toEqual([
      { line: 2, cells: ['00001', '1997-01-01', '11.77', ''] },
      { line: 3, cells: ['José', '2024-02-29', '0.3', 'x'] },
    ]);
  });
});

describe('whatever rows are written to a file, the same are read', () => {
  // The program that writes workbooks here stumbles over names that every object has, such as "valueOf".
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => /^[\p{L}\p{N} ,;"]+$/u.test(text) && text.trim() === text && !(text in {}));
  const rows = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 20 });
  const head = ['customer', 'date', 'amount'];

  test('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const { table } = await readTable(utf8([head, ...written].map(csvLine).join('')));
        expect(table.rows.map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });

  test('as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const { table } = await readTable(await xlsx([head, ...written]));
        expect(table.rows.map(({ cells }) => cells)).toEqual(written);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a file is refused with a word', () => {
  const header = 'customer,date,amount\n';
  const noise = Buffer.from(Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 256));
  const sheet = (xml: string) => {
    const file = new Map([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', Buffer.from(xml)],
    ]);
    return zipPlainly(file);
  };

  test.each([
    ['an empty one', Buffer.alloc(0), /empty/],
    ['one with a head alone', utf8(header), /no rows/],
    ['noise', noise, /not a text file/],
    ['UTF-16 without its mark', Buffer.from(header, 'utf16le'), /not a text file/],
    ['an open quote', utf8(`${header}"1,1997-01-01,1\n`), /^Line 2 /],
    ['too many rows', utf8(header + '1,1997-01-01,1\n'.repeat(importMaxRows + 1)), /more than 100,000 rows/],
    ['too many columns', utf8(`${'a,'.repeat(201)}b\n1\n`), /more than 200 columns/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old Excel/],
    ['an archive of something else', zipPlainly(new Map([['photo.txt', utf8('hello')]])), /not an Excel workbook/],
    ['half an archive', utf8('PK\x03\x04 and nothing more'), /not an Excel workbook/],
    ['a workbook without its parts', sheet('<worksheet/>'), /not an Excel workbook/],
    ['one cell in the far corner', sheet('<c r="XFD1048576"><v>1</v></c>'), /too large/],
    ['a place that is none', sheet('<c r="A&#49;"><v>1</v></c>'), /not an Excel workbook/],
  ])('%s', async (_, bytes, word) => {
    expect(await refusalOf(bytes)).toMatch(word);
  });

  test('ASVS 5.2.3 an archive that unfolds to far more than it says', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const archive = Buffer.from(zipPlainly(new Map([['xl/workbook.xml', packed]])));
    // Packed, says its list; and small, says it too.
    archive.writeUInt16LE(8, archive.lastIndexOf('PK\x01\x02') + 10);
    expect(() => unzip(archive, { maxBytes: 1_000_000, isWanted: () => true })).toThrow(/larger than/);
    expect(unzip(archive, { maxBytes: 60_000_000, isWanted: () => true }).get('xl/workbook.xml')).toHaveLength(
      50_000_000,
    );
  });
});
