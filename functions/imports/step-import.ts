import type { SystemWork } from '#functions/work.ts';
import { checkImport } from './check-import.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

/** What an import needs next, by where it stands; true when something is left at `until`. */
export async function stepImport(work: SystemWork, importId: string, until: Date): Promise<boolean> {
  const { state } = await work.imports.get(importId);
  if (state === 'checking') await checkImport(work, importId);
  if (state === 'undoing') return undoImport(work, importId, until);
  return runImport(work, importId, until);
}
