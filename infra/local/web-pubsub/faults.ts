import { setTimeout } from 'node:timers/promises';
import { armedFaults, type Often } from '../faults.ts';
import { Refusal } from './refusal.ts';

/** A request of the server, a client at the door, a frame of a client, a message on its way to clients. */
type Occasion = 'request' | 'handshake' | 'frame' | 'message';

export type Fault = Often &
  (
    | { /** Handled so much later; everything but messages, unless said otherwise. */ delayMs: number; on?: Occasion }
    | { /** What the server is answered: 429, 503... Nothing was done. */ status: number }
    | { /** The server's request is done, and its connection cut instead of an answer. */ dropAfterCommit: true }
    | { /** A message comes twice, as when the one who sent it had no answer and sent it again. */ duplicate: true }
    | { /** A message comes after the one that was sent next. */ reorder: true }
  );

function fits(fault: Fault, occasion: Occasion): boolean {
  if ('duplicate' in fault || 'reorder' in fault) return occasion === 'message';
  if ('delayMs' in fault) return fault.on === undefined ? occasion !== 'message' : fault.on === occasion;
  return occasion === 'request';
}

export type Struck = ReturnType<typeof newFaults>;

export function newFaults() {
  const { add, clear, met, next } = armedFaults<Fault, Occasion>(fits);
  let held: (() => void) | undefined;

  const release = (): void => {
    const late = held;
    held = undefined;
    late?.();
  };

  return {
    add,
    /** What was held back for the next message goes out now. */
    clear(): void {
      clear();
      release();
    },
    met,

    pause: async (occasion: 'handshake' | 'frame'): Promise<void> => {
      const fault = next(occasion);
      if (fault && 'delayMs' in fault) await setTimeout(fault.delayMs);
    },

    /** Waits or throws as asked; answers whether the connection is to be cut after the work. */
    async strikeRequest(): Promise<{ dropAfterCommit: boolean }> {
      const fault = next('request');
      if (fault && 'delayMs' in fault) await setTimeout(fault.delayMs);
      if (fault && 'status' in fault) throw new Refusal(fault.status, 'Refused because a test asked for it.');
      return { dropAfterCommit: fault !== undefined && 'dropAfterCommit' in fault };
    },

    /** Sends a message to all its receivers: once and at once, unless asked otherwise. */
    pass(send: () => void): void {
      const fault = next('message');
      if (fault && 'reorder' in fault && !held) {
        held = send;
        return;
      }
      send();
      if (fault && 'duplicate' in fault) send();
      release();
    },
  };
}
