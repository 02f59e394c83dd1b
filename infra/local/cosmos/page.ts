import type { IncomingHttpHeaders } from 'node:http';
import type { Continuation } from './continuation.ts';
import { errors } from './errors.ts';
import type { Order } from './order.ts';
import type { Scan } from './scan.ts';
import type { Bindings } from './sql/evaluate.ts';
import type { Selector } from './sql/select.ts';

/** All that one page of a query is made from. */
export interface PageRequest {
  selector: Selector;
  parameters: Bindings;
  order: Order;
  scan: Scan;
  limit: number;
  token: string | undefined;
}
export interface Page {
  texts: string[];
  documentsRead: number;
  /** Absent after the last page. */
  next?: Continuation;
}

/** An answer holds at most 4 MB, as in the service. */
export const pageBytes = 4 * 1024 * 1024;

/** How many items the caller wants on a page: 100 when it does not say, as many as fit for -1. */
export function pageSize(headers: IncomingHttpHeaders): number {
  const size = Number(headers['x-ms-max-item-count'] ?? 100);
  if (size === -1) return Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(size) || size < 1) throw errors.badRequest(`The page size ${size} is invalid.`);
  return size;
}

/** Fills up to a number of items and up to the size of an answer, whichever comes first. */
export function pageOf(limit: number) {
  const texts: string[] = [];
  let length = 0;
  let isFull = false;
  return {
    texts,
    /** False when it did not fit; from then on nothing does. */
    add(text: string): boolean {
      isFull ||= texts.length >= limit || (texts.length > 0 && length + text.length > pageBytes);
      if (isFull) return false;
      texts.push(text);
      length += text.length;
      return true;
    },
  };
}
