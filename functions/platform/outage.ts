import { ErrorResponse } from '@azure/cosmos';
import { RestError } from '@azure/storage-blob';

/** Busy, moving or away: the same request may succeed a little later. */
const passing = [408, 410, 429, 449, 503];
const unreachable = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'REQUEST_SEND_ERROR',
];

/**
 * How many seconds to wait before asking again, where Azure was busy or away for longer than its SDK retries; null for
 * any other error. A write that met it may have been done all the same: only its answer is certain to be missing.
 */
export function secondsToWait(error: unknown): number | null {
  if (error instanceof ErrorResponse && passing.includes(Number(error.code)))
    return Math.max(1, Math.ceil((error.retryAfterInMs ?? 0) / 1000));
  if (!(error instanceof RestError)) return null;
  return passing.includes(error.statusCode ?? 0) || unreachable.includes(error.code ?? '') ? 1 : null;
}
