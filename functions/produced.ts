import { ReadableStream, TextEncoderStream } from 'node:stream/web';
import type { HttpResponseInit } from '@azure/functions';
import type { ProducedBytes, ProducedFile, ProducedPicture } from '#domain/kernel/route.ts';
import { whileSent } from './platform/log.ts';
import type { Visit } from './work.ts';

type Headers = Record<string, string>;

/** What goes wrong while it is being sent cuts it off: the status has gone out already. */
export const producedText = (
  { fileName, text }: ProducedFile,
  { headers, cookies }: { headers: Headers } & Pick<Visit, 'cookies'>,
): HttpResponseInit => ({
  status: 200,
  headers: {
    ...headers,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
  },
  cookies,
  body: ReadableStream.from(whileSent(text)).pipeThrough(new TextEncoderStream()),
});

const aYear = 365 * 24 * 3600;

/** Kept by the browser alone, and never asked for again: another picture has another address. */
export function producedPicture(
  { bytes, etag }: ProducedPicture,
  { headers, visit }: { headers: Headers; visit: Visit },
): HttpResponseInit {
  const kept = { ...headers, 'cache-control': `private, max-age=${aYear}, immutable`, etag };
  const { cookies } = visit;
  if (visit.headers.get('if-none-match') === etag) return { status: 304, headers: kept, cookies };
  return { status: 200, headers: { ...kept, 'content-type': 'image/webp' }, cookies, body: bytes };
}

/**
 * What somebody uploaded. Only pictures and PDF come as something to look at, a PDF also in a frame of our own page;
 * all else is saved and, should a browser show it after all, may do nothing.
 */
export const producedBytes = (
  { bytes, size, type, fileName, disposition }: ProducedBytes,
  { headers, cookies }: { headers: Headers } & Pick<Visit, 'cookies'>,
): HttpResponseInit => ({
  status: 200,
  headers: {
    ...headers,
    'content-type': type,
    'content-length': String(size),
    'content-disposition': `${disposition}; ${dispositionNameOf(fileName)}`,
    'content-security-policy': policyFor(type, disposition),
  },
  cookies,
  body: bytes as ReadableStream<Uint8Array>,
});

function policyFor(type: string, disposition: ProducedBytes['disposition']): string {
  if (disposition === 'attachment') return "default-src 'none'; frame-ancestors 'none'; sandbox";
  if (type !== 'application/pdf') return "default-src 'none'; frame-ancestors 'none'";
  // The reader of the browser brings its own page, which styles itself.
  return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
}

/** RFC 6266: the name in ASCII for old programs, and as it is for all others. */
function dispositionNameOf(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${ascii}"; filename*=UTF-8''${whole}`;
}
