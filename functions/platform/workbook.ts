import type { CellObject } from 'write-excel-file/node';
import { decimalsOf } from '#domain/kernel/money.ts';
import type { ProducedBytes } from '#domain/kernel/route.ts';
import type { SheetColumn, SheetValue } from './sheet.ts';

type Book<Row> = {
  /** Without the ending. */
  fileName: string;
  sheet: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
  timeZone: string;
};

/**
 * An Excel workbook of one sheet, whose head stays in sight. Amounts and dates are such, and add up and sort; a text is
 * a text whatever it begins with. A cell knows no time zone: moments stand as the clocks of the business showed them.
 */
export async function workbook<Row>({ fileName, sheet, columns, rows, timeZone }: Book<Row>): Promise<ProducedBytes> {
  const clock = clockIn(timeZone);
  const cells = rows.map((row) => columns.map(({ value }) => cellOf(value(row), clock)));
  const head = columns.map(({ header }): CellObject => ({ type: String, value: header, fontWeight: 'bold' }));
  const widths = columns.map(({ width }) => ({ width }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const file = await writeExcelFile([head, ...cells], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
  return {
    bytes: new Blob([new Uint8Array(file)]).stream(),
    size: file.byteLength,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `${fileName}.xlsx`,
    disposition: 'attachment',
  };
}

function cellOf(value: SheetValue, clock: (at: string) => Date): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { type: String, value };
  if (typeof value === 'number') return { type: Number, value };
  if ('day' in value) return { type: Date, value: new Date(`${value.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
  if ('moment' in value) return { type: Date, value: clock(value.moment), format: 'yyyy-mm-dd hh:mm:ss' };
  const decimals = decimalsOf(value.currency);
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return { type: Number, value: value.amount / 10 ** decimals, format };
}

/** The moment whose UTC reads as the clocks of that zone read then. */
function clockIn(timeZone: string): (at: string) => Date {
  // sv-SE writes "2026-03-02 13:00:00".
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => new Date(`${format.format(new Date(at)).replace(' ', 'T')}Z`);
}
