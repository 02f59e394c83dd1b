import type { Import, ImportState } from '#domain/imports/import.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import type { Person } from './person.ts';

type File = { name: string; csv: string };

/** A file whose columns say what they are, from its upload to its last row. The answer is the finished import. */
export async function importPayments(admin: Person, { name, csv }: File): Promise<Import> {
  const file = new Blob([csv], { type: 'text/csv' });
  const { id } = await admin.call(importRoutes.start, { file, fileName: name });
  await comesTo(admin, id, 'checked');
  await admin.call(importRoutes.run, { params: { importId: id } });
  return comesTo(admin, id, 'done');
}

/** Asks until the import stands where it is wanted. */
export async function comesTo(admin: Person, importId: string, state: ImportState): Promise<Import> {
  const until = Date.now() + 300_000;
  while (Date.now() < until) {
    const found = await admin.call(importRoutes.get, { params: { importId } });
    if (found.state === state) return found;
    if (found.state === 'failed') throw new Error(`The import failed while ${found.failedWhile}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The import did not come to ${state}`);
}
