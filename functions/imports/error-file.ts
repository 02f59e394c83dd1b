import { type Cell, csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { Table } from './table.ts';

export type FaultyLine = { at: number; faults: { column: number; detail: string }[] };

/** The faulty rows as they came, with where they stand and why: corrected, this file can be imported itself. */
export function errorFile({ header, rows }: Table, faulty: readonly FaultyLine[]): string {
  const lines = faulty.map(({ at, faults }): Cell[] => {
    const { line, cells } = rows[at]!;
    const why = faults.map(({ column, detail }) => `${header[column] ?? ''}: ${detail}`).join('; ');
    return [...header.map((_, column) => cells[column] ?? ''), line, why];
  });
  return csvStart + [[...header, 'Line', 'What is wrong'], ...lines].map(csvLine).join('');
}
