import { Problem } from '#domain/kernel/problem.ts';

export const offline: Problem = {
  type: '/problems/offline',
  title: 'StarOne cannot be reached',
  detail: 'Please check your connection and try again.',
  status: 0,
};

/** A gateway in front of the API answers failures in its own words; they become a problem too. */
export async function problemOf(response: Response): Promise<Problem> {
  const answer = Problem.safeParse(await response.json().catch(() => null));
  if (answer.success) return answer.data;
  return { type: 'about:blank', title: 'Something went wrong on our side', status: response.status };
}
