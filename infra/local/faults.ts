/** How often a fault is met: by every occasion, unless it says less. */
export interface Often {
  /** So many occasions, and no more. */
  times?: number;
  /** The part of the occasions, 0 to 1, drawn from a fixed seed. */
  rate?: number;
}

/** What tests may ask to go wrong. Nothing does until asked. */
export interface Faults<Fault extends Often> {
  add: (fault: Fault) => void;
  clear: () => void;
  /** How many occasions met a fault, since the start. */
  met: () => number;
}

/** Mulberry32: the same occasions meet the same faults in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The faults of one stand-in; `fits` tells which occasions one is meant for. The first that is met is the only one. */
export function armedFaults<Fault extends Often, Occasion>(fits: (fault: Fault, occasion: Occasion) => boolean) {
  const random = seeded(1);
  let armed: { fault: Fault; left: number }[] = [];
  let met = 0;

  return {
    add: (fault: Fault): void => {
      armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: (): void => {
      armed = [];
    },
    met: () => met,
    next: (occasion: Occasion): Fault | undefined => {
      const found = armed.find(
        ({ fault, left }) => fits(fault, occasion) && left > 0 && (fault.rate === undefined || random() < fault.rate),
      );
      if (!found) return undefined;
      found.left -= 1;
      met += 1;
      return found.fault;
    },
  };
}

/** For other processes: the body of `POST /_control`, `{ "faults": [...] }`, replaces all faults. */
export function replaceFaults<Fault extends Often>(faults: Faults<Fault>, body: string): void {
  const { faults: wanted } = JSON.parse(body) as { faults: Fault[] };
  faults.clear();
  for (const fault of wanted) faults.add(fault);
}
