import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isUnderWay } from '#domain/segments/rebuild.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { lastRebuild, useStartRebuild } from './segment-queries.ts';

/** The rebuild of the scores, and a word when one that was asked for here is done. */
export function useRebuild() {
  const { data: rebuild } = useQuery(lastRebuild);
  const started = useStartRebuild();
  const isAwaited = useRef(false);
  const state = rebuild?.state;
  useEffect(() => {
    if (!isAwaited.current || (state !== 'done' && state !== 'failed')) return;
    isAwaited.current = false;
    if (state === 'done') toast('RFM scores updated');
  }, [state]);
  return {
    rebuild,
    isUnderWay: started.isPending || (rebuild !== undefined && isUnderWay(rebuild)),
    start: () =>
      started.mutate(undefined, {
        onSuccess: () => {
          isAwaited.current = true;
        },
        onError: toastProblem,
      }),
  };
}
