import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '#domain/kernel/problem.ts';

/** Status of a failed call; 0 when the network failed, null when it is a defect of ours. */
export const statusOf = (error: unknown): number | null =>
  error instanceof ProblemError ? error.problem.status : null;

/** Only what may pass by itself is asked again: the network, a busy or restarting server. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status === 429 || (status !== null && status >= 500);
}

type Turns = {
  /** The server no longer knows the session. */
  onSignedOut: () => void;
  /** The business began to demand a second factor, and this person has none. */
  onMustEnrol: () => void;
};

export function makeQueries({ onSignedOut, onMustEnrol }: Turns): QueryClient {
  const onError = (error: unknown) => {
    const type = error instanceof ProblemError ? error.problem.type : null;
    if (type === '/problems/not-signed-in') onSignedOut();
    if (type === '/problems/second-factor-required') onMustEnrol();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (failures, error) => failures < 2 && mayPass(error) },
    },
  });
}
