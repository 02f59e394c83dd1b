import { setTimeout } from 'node:timers/promises';
import { CosmosError } from './errors.ts';

/** What goes wrong, with which requests, and how often. Without `operation` and `container` it is every request. */
export interface Fault {
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
  /** How many requests it meets; without it, all of them. */
  times?: number;
  /** The part of the requests it meets, 0 to 1, drawn from a fixed seed. */
  rate?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** How many requests met a fault, since the start. */
  met(): number;
}

interface Armed extends Fault {
  left: number;
}

const codes: Record<number, string> = {
  429: 'TooManyRequests',
  449: 'RetryWith',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

/** Mulberry32: the same requests meet the same faults in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createFaults(seed = 1) {
  const random = seeded(seed);
  let armed: Armed[] = [];
  let met = 0;

  const meets = (fault: Armed, operation: string, container: string | undefined): boolean => {
    if (fault.operation !== undefined && fault.operation !== operation) return false;
    if (fault.container !== undefined && fault.container !== container) return false;
    return fault.left > 0 && (fault.rate === undefined || random() < fault.rate);
  };

  return {
    add(fault: Fault): void {
      armed.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear(): void {
      armed = [];
    },
    met: () => met,
    /** Waits or throws as asked; answers whether the connection is to be cut after the work. */
    async strike(operation: string, container: string | undefined): Promise<{ dropAfterCommit: boolean }> {
      const fault = armed.find((it) => meets(it, operation, container));
      if (!fault) return { dropAfterCommit: false };
      fault.left -= 1;
      met += 1;
      if (fault.delayMs) await setTimeout(fault.delayMs);
      const { status, retryAfterMs = 10 } = fault;
      if (status)
        throw new CosmosError(
          status,
          codes[status] ?? 'Fault',
          'A fault that a test asked for.',
          status === 429 ? { retryAfterMs } : {},
        );
      return { dropAfterCommit: fault.dropAfterCommit ?? false };
    },
  };
}
