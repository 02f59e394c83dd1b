import type { IncomingHttpHeaders } from 'node:http';
import type { Catalog } from './catalog.ts';
import type { Container } from './containers.ts';
import { errors } from './errors.ts';
import { parseJson, type Json } from './json.ts';
import type { Store } from './store.ts';

/** One request, its path already taken apart: `dbs/:database/colls/:container/docs/:document`. */
export interface Call {
  store: Store;
  catalog: Catalog;
  endpoint: string;
  segments: readonly string[];
  headers: IncomingHttpHeaders;
  text: string;
}
export interface Reply {
  status: number;
  body?: string;
  etag?: string;
  charge?: number;
  headers?: Record<string, string>;
}

export const databaseIdOf = ({ segments }: Call): string => segments[1] ?? '';
export const containerIdOf = ({ segments }: Call): string => segments[3] ?? '';
export const documentIdOf = ({ segments }: Call): string => segments[5] ?? '';
export const containerOf = (call: Call): Container => call.catalog.container(databaseIdOf(call), containerIdOf(call));

export function bodyOf({ text }: Call): Json | undefined {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    throw errors.badRequest('The body is not JSON.');
  }
}
