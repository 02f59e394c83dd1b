import { amountText } from '#domain/kernel/list-amount.ts';
import { csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { Money } from '#domain/kernel/money.ts';

/** What stands in a cell, said once for a CSV file and a workbook. */
export type SheetValue = string | number | null | Money | { day: string } | { moment: string };

/** `width` in characters, for a workbook. */
export type SheetColumn<Row> = { header: string; width: number; value: (row: Row) => SheetValue };

export const day = (on: string | null): SheetValue => on && { day: on };
export const moment = (at: string | null): SheetValue => at && { moment: at };

export const csvHead = <Row>(columns: readonly SheetColumn<Row>[]): string =>
  csvStart + csvLine(columns.map(({ header }) => header));

export const csvRows = <Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => csvLine(columns.map(({ value }) => textOf(value(row))))).join('');

function textOf(value: SheetValue): string | number | null {
  if (value === null || typeof value !== 'object') return value;
  if ('amount' in value) return amountText(value);
  return 'day' in value ? value.day : value.moment;
}
