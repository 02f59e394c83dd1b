import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type Sizes = { atStart: number; code: number; whole: number; files: number };

/** In bytes: what a start reads, all of our code with its libraries, and everything that is deployed. */
export async function sizesOf(folder: string): Promise<Sizes> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const code = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).map((name) => join(folder, name));
  return {
    atStart: await sum(await readAtStart(folder)),
    code: await sum(code),
    whole: await sum(files),
    files: files.length,
  };
}

/** The files that `main.mjs` imports, and those that they import; what is imported by a call is not among them. */
async function readAtStart(folder: string): Promise<string[]> {
  const seen = new Set(['main.mjs']);
  // A set that grows while one goes through it is gone through to its end.
  for (const name of seen) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.mjs)"/g)) seen.add(imported!);
  }
  return [...seen].map((name) => join(folder, name));
}

async function sum(files: string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((all, size) => all + size, 0);
}
