import { ProblemError } from '#domain/kernel/problem.ts';

/** What was written; null when somebody else was faster. */
export async function unlessChanged<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 412) return null;
    throw error;
  }
}
