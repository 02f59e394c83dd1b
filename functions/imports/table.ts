import * as z from 'zod';
import { importMaxColumns, importMaxRows } from '#domain/imports/import.ts';
import type { DecimalMark } from '#domain/imports/amount-text.ts';
import { refuseFile } from './refuse-file.ts';

/** A file as rows of texts. `line` is where a row stands as an editor shows it. */
export const Table = z.object({
  header: z.array(z.string()),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
});
export type Table = z.infer<typeof Table>;

/** `usualMark` is what a program that writes such files usually puts before the decimals. */
export type ReadFile = { table: Table; usualMark: DecimalMark };

type Line = Table['rows'][number];

// Our own files have it before texts that a spreadsheet program would run.
const madeSafe = /^'(?=[=+\-@\t\r])/;

/** The first line names the columns. Refuses what is no table within the limits. */
export function tableOf(lines: readonly Line[]): Table {
  const [head, ...rows] = lines.map(({ line, cells }) => ({ line, cells: cells.map(tidy) }));
  if (!head || rows.length === 0) throw refuseFile('The file has no rows below its first line.');
  if (rows.length > importMaxRows) {
    throw refuseFile(`The file has more than ${importMaxRows.toLocaleString('en')} rows. Please split it.`);
  }
  if (head.cells.length > importMaxColumns) throw refuseFile(`The file has more than ${importMaxColumns} columns.`);
  return { header: head.cells.map((name, at) => name || `Column ${at + 1}`), rows };
}

const tidy = (text: string): string => text.trim().replace(madeSafe, '');
