import { ReadableStream, TextEncoderStream } from 'node:stream/web';
import type { HttpResponseInit } from '@azure/functions';
import type { ProducedFile, ProducedPicture } from '#domain/kernel/route.ts';
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
  body: ReadableStream.from(text).pipeThrough(new TextEncoderStream()),
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
