import { CsvError, type Info, parse } from 'csv-parse/sync';
import {
  faultsOf,
  historyColumns,
  type HistoryColumn,
  type HistoryRow,
  type HistoryRules,
  readRow,
} from '#domain/imports/history-row.ts';
import { importMaxRows } from '#domain/imports/import.ts';
import { type FieldError, ProblemError, problems } from '#domain/kernel/problem.ts';

const shownFaults = 100;

/** All rows of a CSV file, or one problem that names what is wrong with it; a line is counted as an editor shows it. */
export function readHistory(bytes: Uint8Array, rules: HistoryRules): HistoryRow[] {
  const [header, ...records] = recordsOf(textOf(bytes));
  const place = placesOf(header?.record ?? []);
  if (records.length === 0) throw invalid([{ pointer: '/rows', detail: 'The file has no rows' }]);
  if (records.length > importMaxRows) {
    throw invalid([{ pointer: '/rows', detail: `More than ${importMaxRows.toLocaleString('en')} rows` }]);
  }
  const rows = records.map(({ record, info }) => ({
    line: info.lines,
    cells: {
      customer: record[place.customer] ?? '',
      date: record[place.date] ?? '',
      amount: record[place.amount] ?? '',
    },
  }));
  const errors = rows.flatMap(({ line, cells }) =>
    faultsOf(cells, rules).map(({ column, detail }) => ({ pointer: `/rows/${line}/${column}`, detail })),
  );
  if (errors.length > 0) throw invalid(errors);
  return rows.map(({ cells }) => readRow(cells, rules));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid([{ pointer: '/body', detail: 'The file is not UTF-8 text' }]);
  }
}

type Line = { record: string[]; info: Info };

function recordsOf(text: string): Line[] {
  try {
    // One more than is allowed is enough to know.
    const to = importMaxRows + 2;
    return parse(text, {
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid([{ pointer: `/rows/${Number(error['lines'] ?? 1)}`, detail: error.message }]);
  }
}

/** Where the columns stand; further columns are not looked at. */
function placesOf(header: string[]): Record<HistoryColumn, number> {
  const names = header.map((name) => name.toLowerCase());
  const errors = historyColumns.flatMap((column) => {
    const count = names.filter((name) => name === column).length;
    if (count === 1) return [];
    return [
      {
        pointer: `/rows/1/${column}`,
        detail: count === 0 ? `The column "${column}" is missing` : 'Stands there twice',
      },
    ];
  });
  if (errors.length > 0) throw invalid(errors);
  return { customer: names.indexOf('customer'), date: names.indexOf('date'), amount: names.indexOf('amount') };
}

function invalid(errors: FieldError[]): ProblemError {
  const { problem } = problems.invalid(errors.slice(0, shownFaults));
  const detail =
    errors.length === 1
      ? 'One thing is wrong in the file.'
      : `${errors.length.toLocaleString('en')} things are wrong in the file.`;
  return new ProblemError({ ...problem, detail: `${detail} Nothing was stored.` });
}
