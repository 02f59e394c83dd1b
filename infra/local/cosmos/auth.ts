import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { errors } from './errors.ts';

/** The key everybody knows: it opens this machine's own data only. */
export const localKey = 'bG9jYWwgY29zbW9zIGtleTogaXQgb3BlbnMgdGhpcyBtYWNoaW5lIG9ubHksIG5vIGFjY291bnQ=';

/** Made once: a key that is given as bytes is made anew for each request, which takes ten times as long as signing. */
export const secretOf = (key: string): KeyObject => createSecretKey(key, 'base64');

const fifteenMinutes = 15 * 60 * 1000;

/** A feed is signed as its parent and its kind, a single resource as itself. */
function signedResource(segments: readonly string[]): { kind: string; link: string } {
  // Deleting a whole partition is signed as the container it is in.
  if (segments[4] === 'operations') return { kind: 'colls', link: segments.slice(0, 4).join('/') };
  const isFeed = segments.length % 2 === 1;
  if (isFeed) return { kind: segments.at(-1) ?? '', link: segments.slice(0, -1).join('/') };
  return { kind: segments.at(-2) ?? '', link: segments.join('/') };
}

function parseSignature(header: string | undefined): string {
  try {
    const text = decodeURIComponent(header ?? '');
    return /^type=master&ver=1\.0&sig=(.+)$/.exec(text)?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Throws 401 for another key or a changed request, 403 for one signed long ago. `segments` are the path's, decoded. */
export function checkSignature(
  secret: KeyObject,
  method: string,
  segments: readonly string[],
  headers: IncomingHttpHeaders,
): void {
  const { kind, link } = signedResource(segments);
  const date = String(headers['x-ms-date'] ?? '');
  const text = `${method.toLowerCase()}\n${kind}\n${link}\n${date.toLowerCase()}\n\n`;
  const expected = createHmac('sha256', secret).update(text).digest('base64');
  const given = Buffer.from(parseSignature(headers.authorization));
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected))) throw errors.unauthorized();
  if (!(Math.abs(Date.parse(date) - Date.now()) < fifteenMinutes)) throw errors.staleDate();
}
