import { ProblemError, problems } from '#domain/kernel/problem.ts';

/** A file that cannot be read as a table at all: nothing of it is kept. */
export function refuseFile(why: string): ProblemError {
  const { problem } = problems.invalid([{ pointer: '/body', detail: why }]);
  return new ProblemError({ ...problem, title: 'This file cannot be imported', detail: why });
}
