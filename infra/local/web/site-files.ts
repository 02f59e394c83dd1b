import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressed = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

type Encoding = 'br' | 'gzip' | 'identity';
const encoders = {
  // The best of brotli would keep the first visit waiting: the cloud compresses as it answers, too.
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};

export type SiteFile = {
  type: string;
  etag: string;
  isCompressed: boolean;
  as: (encoding: Encoding) => Promise<Buffer>;
};

/** The first of ours that the client takes, whatever its own order: brotli is the smallest. */
export function encodingFor(accepted: string | undefined): Encoding {
  const taken = (accepted ?? '').split(',').filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  const names = new Set(taken.map((one) => one.split(';')[0]!.trim().toLowerCase()));
  return (['br', 'gzip'] as const).find((name) => names.has(name)) ?? 'identity';
}

/** The files of a built site by their paths, each read and compressed once for as long as it does not change. */
export function siteFiles(site: string, mimeTypes: Record<string, string>) {
  const read = new Map<string, { changedAt: number; file: Promise<SiteFile> }>();

  return async (path: string): Promise<SiteFile | null> => {
    const asked = join(site, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!asked.startsWith(`${site}${sep}`) || path === '/staticwebapp.config.json') return null;
    const found = await stat(asked).catch(() => null);
    if (!found?.isFile()) return null;

    const known = read.get(asked);
    if (known?.changedAt === found.mtimeMs) return known.file;
    const file = readSiteFile(asked, mimeTypes);
    read.set(asked, { changedAt: found.mtimeMs, file });
    return file;
  };
}

async function readSiteFile(path: string, mimeTypes: Record<string, string>): Promise<SiteFile> {
  const bytes = await readFile(path);
  const extension = extname(path);
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    type: mimeTypes[extension] ?? types[extension] ?? 'application/octet-stream',
    // Weak: it is the same whichever way the bytes are compressed.
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isCompressed: compressed.has(extension),
    as: (encoding) => made.get(encoding) ?? made.set(encoding, encoders[encoding](bytes)).get(encoding)!,
  };
}
