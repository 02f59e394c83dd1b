import type { Clock } from './clock.ts';
import type { Store } from './store.ts';

/** The account key of the platform itself: requests without a `Stripe-Account` header. */
export const platform = '';

/** What one request, page or due task may touch, bound to one account. */
export interface Context {
  store: Store;
  clock: Clock;
  account: string;
  /** Where this stand-in is reached: hosted pages and receipts live there. */
  origin: string;
  /** One delivery for an event, unless a test disturbs the next ones. */
  planDeliveries: () => PlannedDelivery[];
  /** The API request that causes the events; null on hosted pages. */
  request: { id: string; idempotency_key: string | null } | null;
}

export interface PlannedDelivery {
  state: 'pending' | 'dropped';
  delayMs: number;
}
