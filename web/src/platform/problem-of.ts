import type { Problem } from '#domain/kernel/problem.ts';
import { ProblemError } from '#domain/kernel/problem-error.ts';

export const offline: Problem = {
  type: '/problems/offline',
  title: 'StarOne cannot be reached',
  detail: 'Please check your connection and try again.',
  status: 0,
};

const ours = { type: 'about:blank', title: 'Something went wrong on our side' };

export const problemIn = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { ...ours, status: 500 };

/** A gateway in front of the API answers failures in its own words; they become a problem too. */
export async function problemOf(response: Response): Promise<Problem> {
  const answer: unknown = await response.json().catch(() => null);
  if (isProblem(answer)) return answer;
  return { ...ours, status: response.status };
}

// Not by the schema: a failure is understood before any schema is there.
const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' &&
  answer !== null &&
  'type' in answer &&
  typeof answer.type === 'string' &&
  'title' in answer &&
  typeof answer.title === 'string' &&
  'status' in answer &&
  typeof answer.status === 'number';
