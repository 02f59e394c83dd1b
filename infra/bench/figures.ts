export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Without one the figure stands there to be compared with. */
  goal?: { atLeast: number } | { atMost: number };
}

const inWords = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0, useGrouping: true });

const isMet = ({ value, goal }: Figure): boolean =>
  !goal || ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);

function goalOf(figure: Figure): string {
  if (!figure.goal) return '';
  const limit = 'atLeast' in figure.goal ? `>= ${inWords(figure.goal.atLeast)}` : `<= ${inWords(figure.goal.atMost)}`;
  return `goal ${limit}: ${isMet(figure) ? 'met' : 'MISSED'}`;
}

/** One line a figure. A missed goal shows in the exit code, so that a script notices. */
export function show(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const figure of figures) {
    const amount = `${inWords(figure.value)} ${figure.unit}`;
    console.log(`  ${figure.what.padEnd(58)} ${amount.padStart(18)}  ${goalOf(figure)}`.trimEnd());
  }
  if (!figures.every(isMet)) process.exitCode = 1;
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * hundredth) / 100) - 1)] ?? Number.NaN;
}

/** Milliseconds one piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
