import type { Problem } from '#domain/kernel/problem.ts';

/** A stale change is refused; what stands now has been read again, and the wish is still on the page. */
export const changedMeanwhile = (problem: Problem): Problem =>
  problem.status === 412
    ? { ...problem, detail: 'It was read again and your choice is kept. Please look, and try once more.' }
    : problem;
