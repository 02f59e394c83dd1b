import type { IncomingHttpHeaders } from 'node:http';
import { errors } from './errors.ts';

/** An answer holds at most 4 MB, as in the service. */
export const pageBytes = 4 * 1024 * 1024;

/** How many items the caller wants on a page: 100 when it does not say, as many as fit for -1. */
export function pageSize(headers: IncomingHttpHeaders): number {
  const size = Number(headers['x-ms-max-item-count'] ?? 100);
  if (size === -1) return Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(size) || size < 1) throw errors.badRequest(`The page size ${size} is invalid.`);
  return size;
}
