import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocalStorage } from '@mantine/hooks';
import type { SentTo } from '#domain/kernel/route.ts';
import { type BulkJob, isAtWork } from '#domain/members/bulk.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call } from '#web/platform/call.ts';
import { useMe } from './me.ts';

/** The last job this person began in this browser, so that its Undo is not lost by leaving the page. */
export function useLastJob() {
  const { member } = useMe();
  const [jobId, keep, forget] = useLocalStorage<string | null>({
    key: `bulk-job:${member.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return { jobId, keep, forget };
}

export const bulkJob = (jobId: string) =>
  queryOptions({
    queryKey: ['bulk', jobId],
    queryFn: ({ signal }) => call(memberRoutes.bulkJob, { params: { jobId } }, signal),
    // Besides the live events, which may be missed.
    refetchInterval: ({ state: { data } }) => (data && !isAtWork(data) ? false : 500),
  });

function useJobStep<Input>(send: (input: Input) => Promise<BulkJob>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (job) => queries.setQueryData(bulkJob(job.id).queryKey, job),
  });
}

export const useStartBulk = () =>
  useJobStep((body: SentTo<typeof memberRoutes.bulk>['body']) => call(memberRoutes.bulk, { body }));

export const useUndoBulk = () => useJobStep((jobId: string) => call(memberRoutes.undoBulk, { params: { jobId } }));
