export interface CheckOptions {
  /** `closed`: only the words that the SDK lists. `open` lets pass what Stripe may add. */
  enums?: 'open' | 'closed';
}

/** What is wrong with a Stripe object, one line each; `auto` goes by its own `object` field. */
export function check(value: unknown, name?: string, options?: CheckOptions): string[];
