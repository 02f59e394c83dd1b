import { type Problem, ProblemError } from '#domain/kernel/problem.ts';

/** The problem some work is refused with; null when it is done. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** Of several at once, in their order. */
export const refusalsOf = (...works: Promise<unknown>[]): Promise<(Problem | null)[]> =>
  Promise.all(works.map((work) => refusalOf(work)));
