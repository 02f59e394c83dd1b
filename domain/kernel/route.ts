import type * as z from 'zod';
import type { Access } from './access.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the HTTP API as data: `serve` runs it, `call` calls it, OpenAPI and the standing tests read it. */
export type Route = {
  method: Method;
  /** Below `/api/`, with parameters as `{taskId}`. */
  path: string;
  summary: string;
  access: Access;
  /** Only for somebody who proved who they are in the last minutes: a session left open is not enough. */
  stepUp?: true;
  /** Counted for each client address, so that one place cannot guess without end. */
  limit?: 'ways-in';
  /** Makes the server work for much longer than a page does. Uploads, exports and files are that without saying so. */
  heavy?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Instead of `body`: the bytes as they came, of one of these media types. */
  raw?: { types: readonly string[] };
  /** 100 kB unless said. */
  maxBytes?: number;
  /** A browser must come from our own origin; a webhook proves itself by its signature. */
  from?: 'browser' | 'webhook';
  result?: z.ZodType;
  /** Instead of `result`: a file of this kind. Text is sent while it is being made, a picture whole; `file` says its own type. */
  produces?: 'text/csv' | 'image/webp' | 'file';
  /** The address names the bytes: whoever has them need not ask again. Without it nothing is kept by anybody. */
  cache?: 'immutable';
  status?: 200 | 201 | 202;
};

export const route = <const R extends Route>(r: R): R => r;

export const defaultMaxBytes = 100_000;

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType
  ? { [P in K]: z.output<R[K]> }
  : unknown;
type Raw<R extends Route> = R['raw'] extends object
  ? { bytes: Uint8Array; type: string; fileName: string | null }
  : unknown;

/** What a use case is given. */
export type InputOf<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'> & Raw<R>;

type Sent<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType
  ? Record<string, never> extends z.input<R[K]>
    ? { [P in K]?: z.input<R[K]> }
    : { [P in K]: z.input<R[K]> }
  : unknown;

/** What a client sends: before defaults and transforms. */
export type SentTo<R extends Route> = Sent<R, 'params'> &
  Sent<R, 'query'> &
  Sent<R, 'body'> &
  (R['raw'] extends object ? { file: Blob; fileName?: string } : unknown);

/** Text as it comes; the name is what the browser saves it under. */
export type ProducedFile = { fileName: string; text: AsyncIterable<string> };

/** `etag` in its quotation marks. */
export type ProducedPicture = { bytes: Uint8Array; etag: string };

/** Bytes that somebody uploaded: to be looked at in the page, or to be saved. */
export type ProducedBytes = {
  bytes: ReadableStream<Uint8Array>;
  size: number;
  type: string;
  fileName: string;
  disposition: 'inline' | 'attachment';
};

/** What a use case answers. */
export type AnswerOf<R extends Route> = R['produces'] extends 'text/csv'
  ? ProducedFile
  : R['produces'] extends 'image/webp'
    ? ProducedPicture
    : R['produces'] extends 'file'
      ? ProducedBytes
      : ResultOf<R>;

/** What a client gets; a produced file is a link to follow, not a call. */
export type ResultOf<R extends Route> = R['result'] extends z.ZodType ? z.output<R['result']> : void;
