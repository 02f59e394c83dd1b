import { setTimeout } from 'node:timers/promises';
import { armedFaults, type Often } from '../faults.ts';
import { CosmosError } from './errors.ts';

/** What goes wrong, and with which requests. Without `operation` and `container` it is every request. */
export interface Fault extends Often {
  /** A name of the route table, such as `create`, `batch` or `query`. */
  operation?: string;
  container?: string;
  /** Answer this instead of doing the work: 429, 503, 500, 449... */
  status?: number;
  retryAfterMs?: number;
  /** Wait so long before the work. */
  delayMs?: number;
  /** Do the work, keep it, and cut the connection instead of answering. */
  dropAfterCommit?: boolean;
}

interface Request {
  operation: string;
  container: string | undefined;
}

const codes: Record<number, string> = {
  429: 'TooManyRequests',
  449: 'RetryWith',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

export function createFaults() {
  const { add, clear, met, next } = armedFaults<Fault, Request>(
    (fault, { operation, container }) =>
      (fault.operation ?? operation) === operation && (fault.container ?? container) === container,
  );

  return {
    add,
    clear,
    met,
    /** Waits or throws as asked; answers whether the connection is to be cut after the work. */
    async strike(request: Request): Promise<{ dropAfterCommit: boolean }> {
      const { status, delayMs, retryAfterMs = 10, dropAfterCommit = false } = next(request) ?? {};
      if (delayMs) await setTimeout(delayMs);
      if (!status) return { dropAfterCommit };
      const options = status === 429 ? { retryAfterMs } : {};
      throw new CosmosError(status, codes[status] ?? 'Fault', 'A fault that a test asked for.', options);
    },
  };
}
