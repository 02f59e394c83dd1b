import { Anchor } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { factorRoutes, SecondFactorProof } from '#domain/factors/routes.ts';
import { AccountFrame } from '#web/accounts/account-frame.tsx';
import { useSignedIn } from '#web/accounts/use-signed-in.ts';
import { call } from '#web/platform/call.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { ProofForm } from './proof-form.tsx';

const waysQuery = queryOptions({
  queryKey: ['factors', 'sign-in'],
  queryFn: ({ signal }) => call(factorRoutes.waysOfSignIn, {}, signal),
  staleTime: 0,
  gcTime: 0,
});

/** The second step of a sign-in, for an account that has a second factor. */
export function SecondFactorPage() {
  const { next }: { next?: string } = useSearch({ strict: false });
  const signedIn = useSignedIn();
  const { data, error, refetch } = useQuery(waysQuery);
  if (statusOf(error) === 401) return <Navigate to="/login" search={{ next }} replace />;
  return (
    <AccountFrame title="One more step">
      {data ? (
        <ProofForm
          ways={data.ways}
          ask={() => call(factorRoutes.secondFactorOptions)}
          send={async (proof) => {
            try {
              await signedIn(await call(factorRoutes.secondFactor, { body: SecondFactorProof.parse(proof) }));
            } catch (problem) {
              if (statusOf(problem) !== 401) throw problem;
              toastProblem(problem);
              await refetch();
            }
          }}
        />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={2} />
      )}
      <Anchor renderRoot={(props) => <Link to="/login" search={{ next }} {...props} />} size="sm">
        Sign in as somebody else
      </Anchor>
    </AccountFrame>
  );
}
