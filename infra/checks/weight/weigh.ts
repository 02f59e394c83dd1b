import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  isDynamicEntry: z.boolean().default(false),
});
/** Vite's own list of what it made, by source file. */
const Manifest = z.record(z.string(), Chunk);
export type Site = { folder: string; manifest: z.infer<typeof Manifest> };

export function readSite(folder: string): Site {
  return { folder, manifest: Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))) };
}

/** The files of script that the browser has to have before any of these sources runs. */
export function scriptsOf({ manifest }: Site, sources: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const follow = (source: string): void => {
    if (seen.has(source)) return;
    const chunk = manifest[source];
    if (!chunk) throw new Error(`The site has no chunk of its own for "${source}".`);
    seen.add(source);
    chunk.imports.forEach(follow);
  };
  sources.forEach(follow);
  return new Set([...seen].map((source) => manifest[source]!.file));
}

/** In thousands of bytes, each file compressed by gzip as it goes over the wire. */
export function weightOf(site: Site, sources: readonly string[]): number {
  const sizes = [...scriptsOf(site, sources)].map((file) => gzipSync(readFileSync(join(site.folder, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** The pages that are loaded when they are opened, by source file. */
export const pagesOf = ({ manifest }: Site): string[] =>
  Object.entries(manifest)
    .filter(([source, { isDynamicEntry }]) => isDynamicEntry && /-page\.tsx$/.test(source))
    .map(([source]) => source);
