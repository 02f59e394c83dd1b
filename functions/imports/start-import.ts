import { guessMapping } from '#domain/imports/guess.ts';
import type { Import } from '#domain/imports/import.ts';
import { Mapping } from '#domain/imports/mapping.ts';
import { line } from '#domain/kernel/text.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { Work } from '#functions/work.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

const FileName = line(200).catch('history.csv');

/** Reads the file once, guesses what its columns are and keeps both. A clear guess is checked without being asked. */
export async function startImport(
  { imports, workspaceId, now, newId }: Work,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string | null },
): Promise<Import> {
  const { table, usualMark } = await readTable(bytes);
  const columns = columnsOf(table);
  const mapping = guessMapping(columns, usualMark);
  const isClear = Mapping.safeParse(mapping).success;

  const importId = newId();
  await Promise.all([imports.keepFile(importId, bytes), imports.keepTable(importId, table)]);
  const at = now().toISOString();
  const started = await imports.add({
    id: importId,
    fileName: FileName.parse(fileName),
    state: isClear ? 'checking' : 'mapping',
    rows: table.rows.length,
    columns: columns.map(({ name, values }) => ({ name: shortened(name), samples: samplesOf(values) })),
    mapping,
    preview: null,
    done: 0,
    added: 0,
    customersAdded: 0,
    removed: 0,
    failedWhile: null,
    createdAt: at,
    updatedAt: at,
    undoUntil: null,
  });
  if (isClear) await enqueue('imports', { workspaceId, importId });
  return started;
}

const columnsOf = ({ header, rows }: Table) =>
  header.map((name, at) => ({ name, values: rows.map(({ cells }) => cells[at] ?? '') }));

/** The first three different values. */
function samplesOf(values: readonly string[]): string[] {
  const found = new Set<string>();
  for (const value of values) {
    if (value) found.add(shortened(value));
    if (found.size === 3) break;
  }
  return [...found];
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
