import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import type { StreamedRequest } from './stream-proxy.ts';

/** Azure's own limit for a request body, in bytes, unless FUNCTIONS_REQUEST_BODY_SIZE_LIMIT says another. */
export const defaultBodyLimit = 104_857_600;

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The request body is over ${limit} bytes.`);
  }
}

export const isDeclaredTooLarge = (request: IncomingMessage, limit: number): boolean =>
  Number(request.headers['content-length'] ?? 0) > limit;

/** A request that does not declare its length fails while it is read. */
export function limitBody(request: IncomingMessage, limit: number, onTooLarge: () => void): StreamedRequest {
  if (request.headers['transfer-encoding'] === undefined) return request;

  let length = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length <= limit) return done(null, chunk);
      onTooLarge();
      done(new BodyTooLarge(limit));
    },
  });
  request.on('error', (error) => limited.destroy(error));
  // A function that never reads its body must not end the process when the caller leaves.
  limited.on('error', () => {});
  const { headers, method, url } = request;
  return Object.assign(request.pipe(limited), { headers, method, url });
}
