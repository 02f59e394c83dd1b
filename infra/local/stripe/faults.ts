import type { PlannedDelivery } from './context.ts';

/** How many of the next webhook deliveries are disturbed, and how. */
export interface WebhookFaults {
  /** Never sent. */
  drop?: number;
  /** Sent twice. */
  duplicate?: number;
  /** This many are collected, then sent in reverse. */
  reorder?: number;
  /** Sent `delayMs` later. */
  delay?: number;
  delayMs?: number;
  /** The receiver does its work, but its answer is lost: Stripe sends the event again. */
  failNext?: number;
}

/** What happens to the next API answers; the work is done and on disk except for a `status`. */
export interface ApiFaults {
  count: number;
  delayMs?: number;
  /** The connection is cut instead of an answer. */
  cut?: boolean;
  /** Answered at once, nothing done: 429, 500, 503. */
  status?: number;
}

export type Faults = ReturnType<typeof makeFaults>;

/** All off until a test asks. */
export function makeFaults() {
  let webhooks: Required<WebhookFaults> = none();
  let api: ApiFaults = { count: 0 };

  const take = (name: 'drop' | 'duplicate' | 'delay' | 'failNext'): boolean => {
    if (webhooks[name] === 0) return false;
    webhooks[name] -= 1;
    return true;
  };

  return {
    disturbWebhooks: (faults: WebhookFaults) => {
      webhooks = { ...webhooks, ...faults };
    },
    disturbApi: (faults: ApiFaults) => {
      api = { ...faults };
    },
    reset: () => {
      webhooks = none();
      api = { count: 0 };
    },

    planDeliveries: (): PlannedDelivery[] => {
      if (take('drop')) return [{ state: 'dropped', delayMs: 0 }];
      const planned: PlannedDelivery = { state: 'pending', delayMs: take('delay') ? webhooks.delayMs : 0 };
      return take('duplicate') ? [planned, planned] : [planned];
    },
    losesAnswer: (): boolean => take('failNext'),
    /** How many deliveries must be due before any is sent. */
    batchToReverse: (): number => webhooks.reorder,
    batchReversed: () => {
      webhooks.reorder = 0;
    },

    nextApiFault: (): Omit<ApiFaults, 'count'> | undefined => {
      if (api.count === 0) return undefined;
      api = { ...api, count: api.count - 1 };
      return api;
    },
  };
}

const none = () => ({ drop: 0, duplicate: 0, reorder: 0, delay: 0, delayMs: 0, failNext: 0 });
