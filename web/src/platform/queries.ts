import { QueryClient } from '@tanstack/react-query';
import type { Problem } from '#domain/kernel/problem.ts';
import { ProblemError } from '#domain/kernel/problem-error.ts';

/** Status of a failed call; 0 when the network failed, null when it is a defect of ours. */
export const statusOf = (error: unknown): number | null =>
  error instanceof ProblemError ? error.problem.status : null;

/** Only what may pass by itself is asked again: the network, a busy or restarting server. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status === 429 || (status !== null && status >= 500);
}

const mostSeconds = 10;
const asked = (error: unknown): number => (error instanceof ProblemError ? (error.problem.retryAfter ?? 0) : 0);

/** Not where the server asks for a wait that nobody would sit through: then its answer is shown. */
export const mayTryAgain = (failures: number, error: unknown): boolean =>
  failures < 2 && mayPass(error) && asked(error) <= mostSeconds;

/** In milliseconds: a little longer each time, and never sooner than the server asks for. */
export const waitBefore = (failures: number, error: unknown): number => 1000 * Math.max(2 ** failures, asked(error));

export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: mayTryAgain, retryDelay: waitBefore },
    },
  });

/** Hears of every query and change that is refused, until what it answers is called. */
export function onRefused(queries: QueryClient, hear: (problem: Problem) => void): () => void {
  const tell = (event: { type: string; action?: { type: string; error?: unknown } }) => {
    const error = event.type === 'updated' && event.action?.type === 'error' ? event.action.error : null;
    if (error instanceof ProblemError) hear(error.problem);
  };
  const endings = [queries.getQueryCache().subscribe(tell), queries.getMutationCache().subscribe(tell)];
  return () => endings.forEach((end) => end());
}
