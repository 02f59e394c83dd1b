import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { confirmWith } from '#web/platform/call.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog }));

/** The one place that asks who sits there to confirm that it is them. Calls that wait at once share the question. */
export function StepUp() {
  const [isAsking, setIsAsking] = useState(false);
  const waiting = useRef<((isConfirmed: boolean) => void)[]>([]);

  useEffect(
    () =>
      confirmWith(() => {
        setIsAsking(true);
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [],
  );

  const finish = (isConfirmed: boolean) => {
    setIsAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(isConfirmed);
  };
  return isAsking ? (
    <Suspense>
      <StepUpDialog onDone={finish} />
    </Suspense>
  ) : null;
}
