import { ErrorResponse } from '@azure/cosmos';
import { RestError } from '@azure/storage-blob';
import { Stripe } from 'stripe';

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

/** Stripe's own trouble, in the words of its SDK. */
const { StripeAPIError, StripeConnectionError, StripeIdempotencyError, StripeRateLimitError } = Stripe.errors;
const awayErrors = [StripeAPIError, StripeConnectionError, StripeRateLimitError];
/** The same request is being answered at this moment. */
const isInUse = (error: unknown): boolean => error instanceof StripeIdempotencyError && error.statusCode === 409;

/**
 * How many seconds to wait before asking again, where Azure or Stripe was busy or away for longer than its SDK retries; null for
 * any other error. A write that met it may have been done all the same: only its answer is certain to be missing.
 */
export function secondsToWait(error: unknown): number | null {
  // A batch wraps what it met.
  if (error instanceof Error && error.cause instanceof ErrorResponse) return secondsToWait(error.cause);
  if (error instanceof ErrorResponse && passing.includes(Number(error.code)))
    return Math.max(1, Math.ceil((error.retryAfterInMs ?? 0) / 1000));
  if (awayErrors.some((kind) => error instanceof kind) || isInUse(error)) return 1;
  if (!(error instanceof RestError)) return null;
  return passing.includes(error.statusCode ?? 0) || unreachable.includes(error.code ?? '') ? 1 : null;
}
