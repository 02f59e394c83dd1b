import { useEffect } from 'react';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { useConnect } from './connection-queries.ts';

/** Stripe's links open once: who comes with a used one gets another and goes straight on. */
export function OpeningAgain({ country }: { country: string }) {
  const { mutate, error } = useConnect();
  useEffect(() => mutate(country), [mutate, country]);
  if (error) return <Failed error={error} retry={() => mutate(country)} />;
  return <Loading rows={2} label="Opening Stripe" />;
}
