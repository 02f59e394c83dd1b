import { setTimeout } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

export type Faults = ReturnType<typeof newFaults>;

/** What a test may ask to go wrong. Nothing does until asked. */
export function newFaults() {
  let delayMs = 0;
  let refusal = { status: 503, times: 0 };

  return {
    delay(ms: number): void {
      delayMs = ms;
    },

    refuse(next: { status: number; times: number }): void {
      refusal = { ...next };
    },

    pause: async (): Promise<void> => {
      if (delayMs > 0) await setTimeout(delayMs);
    },

    throwIfRefused(): void {
      if (refusal.times === 0) return;
      refusal.times -= 1;
      throw new Refusal(refusal.status, 'Refused because a test asked for it.');
    },
  };
}
