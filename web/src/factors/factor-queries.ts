import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { factorRoutes } from '#domain/factors/routes.ts';
import { meQuery } from '#web/members/me.ts';
import { call } from '#web/platform/call.ts';

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => call(factorRoutes.state, {}, signal),
});

/** A change of the factors: what is shown of them, and whether one is owed, is asked for again. */
export function useFactorAct<Input = void, Result = void>(
  act: (input: Input) => Promise<Result>,
  { onSuccess, onError }: { onSuccess?: (result: Result) => void; onError?: (error: unknown) => void } = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (result) => onSuccess?.(result),
    onError: (error) => onError?.(error),
    onSettled: () =>
      Promise.all([factorsQuery, meQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey }))),
  });
}
