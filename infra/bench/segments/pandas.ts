import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);
const python = process.env['PYTHON'] ?? 'python3';

/** Milliseconds of a pass. */
const Measured = z.object({
  version: z.string(),
  qcut: z.number(),
  rule: z.number(),
  cells: z.array(z.int()),
  population: z.array(z.int()),
});

export const hasPandas = (): Promise<boolean> =>
  run(python, ['-c', 'import pandas']).then(
    () => true,
    () => false,
  );

export async function measurePandas(folder: string, repeats: number): Promise<z.infer<typeof Measured>> {
  const { stdout } = await run(python, [join(import.meta.dirname, 'scores.py'), folder, String(repeats)]);
  return Measured.parse(JSON.parse(stdout));
}
