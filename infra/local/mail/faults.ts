import { setTimeout } from 'node:timers/promises';
import { armedFaults, type Often } from '../faults.ts';

export interface Fault extends Often {
  /** The message is taken so much later. */
  delayMs?: number;
  /** What SMTP answers instead of taking it: 4xx may be tried again, 5xx is for good. */
  status?: number;
}

class RefusedMail extends Error {
  /** What smtp-server answers with. */
  readonly responseCode: number;
  constructor(responseCode: number) {
    super('Refused because a test asked for it');
    this.responseCode = responseCode;
  }
}

export function newFaults() {
  const { add, clear, met, next } = armedFaults<Fault, void>(() => true);
  return {
    add,
    clear,
    met,
    /** Waits or throws as asked, before a message is kept. */
    async strike(): Promise<void> {
      const { delayMs, status } = next() ?? {};
      if (delayMs) await setTimeout(delayMs);
      if (status) throw new RefusedMail(status);
    },
  };
}
export type Struck = ReturnType<typeof newFaults>;
