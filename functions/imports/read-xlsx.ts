import { importMaxRows } from '#domain/imports/import.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { refuseFile } from './refuse-file.ts';
import { type ReadFile, tableOf } from './table.ts';
import { unzip, zipPlainly } from './unzip.ts';

/** Some eight times what 100,000 rows of a payment history need. */
const maxBytes = 100_000_000;
const maxCells = 5_000_000;
const broken = 'This is not an Excel workbook that can be read. Please save it as XLSX or CSV again.';

/** The first sheet of a workbook. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadFile> {
  try {
    const files = unzip(bytes, { maxBytes, isWanted: (name) => /\.xml(\.rels)?$/.test(name) });
    if (!files.has('xl/workbook.xml')) throw refuseFile(broken);
    for (const [name, xml] of files) if (name.startsWith('xl/worksheets/')) refuseVast(xml);
    const { readSheet } = await import('read-excel-file/universal');
    const rows: unknown[][] = await readSheet(zipPlainly(files).buffer);
    const lines = rows.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) }));
    return { table: tableOf(lines.filter(({ cells }) => cells.some(Boolean))), usualMark: '.' };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw refuseFile(broken);
  }
}

/** A sheet is read as a full grid: one cell in its far corner would make a vast one. */
function refuseVast(xml: Buffer): void {
  let rows = 0;
  let columns = 0;
  for (const [, place] of xml.toString('latin1').matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(place!);
    if (!parts) throw refuseFile(broken);
    rows = Math.max(rows, Number(parts[2]));
    columns = Math.max(columns, columnNumber(parts[1]!));
  }
  if (rows > 2 * importMaxRows || rows * columns > maxCells) {
    throw refuseFile('A sheet of this workbook is too large. Please keep only the payments and try again.');
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // Fifteen digits are what Excel shows; the others are what binary fractions leave behind.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}
