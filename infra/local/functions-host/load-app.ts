import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { supplyCoreModule } from './supply-core-module.ts';

const Package = z.object({ main: z.string() });

/** Loads every file that "main" names, in the worker's order: by name. */
export async function loadApp(app: string): Promise<void> {
  supplyCoreModule();
  const { main } = Package.parse(JSON.parse(await readFile(path.join(app, 'package.json'), 'utf8')));
  const files: string[] = [];
  for await (const file of glob(main, { cwd: app, exclude: ['**/node_modules/**'] })) files.push(file);
  if (files.length === 0) throw new Error(`"main" of the app's package.json, ${main}, matches no file.`);

  for (const file of files.toSorted()) await import(pathToFileURL(path.resolve(app, file)).href);
}
