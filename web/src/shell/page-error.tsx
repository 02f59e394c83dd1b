import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { Failed, NoPermission } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { PageNotFound } from './page-not-found.tsx';

/** The face of a page that could not be shown. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (statusOf(error) === 403) return <NoPermission />;
  if (statusOf(error) === 404) return <PageNotFound />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <Failed error={error} retry={retry} />;
}
