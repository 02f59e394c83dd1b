/** Business time, which tests may move. Signatures and retries use the machine's own time. */
export interface Clock {
  /** Unix seconds, as everywhere in Stripe. */
  now(): number;
  /** Zero is the machine's own time. */
  setOffset(seconds: number): void;
}

export function makeClock(): Clock {
  let offset = 0;
  return {
    now: () => Math.floor(Date.now() / 1000) + offset,
    setOffset: (seconds) => {
      offset = seconds;
    },
  };
}
