import type { Problem } from './problem.ts';

/** The only error this product throws on purpose. Anything else is a defect and becomes a 500. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}
