import { CsvError, type Info, parse } from 'csv-parse/sync';
import { importMaxRows } from '#domain/imports/import.ts';
import { decodeText } from './decode-text.ts';
import { refuseFile } from './refuse-file.ts';
import { type ReadFile, tableOf } from './table.ts';

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

type Line = { record: string[]; info: Info };

export function readCsv(bytes: Uint8Array): ReadFile {
  const text = decodeText(bytes);
  const separator = separatorOf(text);
  const lines = linesOf(text, separator).map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { table: tableOf(lines), usualMark: separator === ';' ? ',' : '.' };
}

/** Excel's own way to say it: a first line such as "sep=;". */
const said = /^sep=([,;\t])\r?\n/i;

function separatorOf(text: string): Separator {
  const named = said.exec(text)?.[1];
  if (named) return named as Separator;
  const start = text.slice(0, 50_000);
  const scores = separators.map((separator) => evenness(start, separator));
  return separators[scores.indexOf(Math.max(...scores))]!;
}

/** How many of the first lines have as many columns as the head, weighed by how many those are. */
function evenness(start: string, separator: Separator): number {
  const records: string[][] = [];
  try {
    const options = {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 50,
    };
    records.push(...parse(start, options));
  } catch {
    // A quote that ends beyond the part we look at.
  }
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  const even = records.filter(({ length }) => length === width).length;
  return (even / records.length) * 1000 + width;
}

function linesOf(text: string, separator: Separator): Line[] {
  try {
    return parse(text, {
      delimiter: separator,
      info: true,
      trim: separator !== '\t',
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      from_line: said.test(text) ? 2 : 1,
      // The head, and one more than is allowed: enough to know.
      to: importMaxRows + 2,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuseFile(`Line ${Number(error['lines'] ?? 1)} cannot be read: ${error.message}`);
  }
}
