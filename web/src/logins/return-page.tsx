import { Anchor, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type FinishedLogin, LoginProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { type Problem, ProblemError, problems } from '#domain/kernel/problem.ts';
import { AccountFrame } from '#web/accounts/account-frame.tsx';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { EmailStep } from './email-step.tsx';
import type { ReturnSearch } from './logins.routes.tsx';
import { useFinished } from './use-finished.ts';
import { placeBefore } from './way-back.ts';

/** `/oauth/google` and its kin: where a company sends the browser back to. */
export function OauthReturnPage() {
  const { provider: name }: { provider: string } = useParams({ strict: false });
  const { code, state, iss, error }: ReturnSearch = useSearch({ strict: false });
  const { data: provider } = LoginProvider.exclude(['microsoft']).safeParse(name);
  const finish = async () => {
    if (!provider) throw problems.notFound('This way to sign in');
    if (error) throw notFinished(provider, error);
    if (!code || !state) throw problems.loginLapsed();
    return call(loginRoutes.finish, { params: { provider }, body: { code, state, ...(iss && { iss }) } });
  };
  return <Returned name={provider ? providerNames[provider] : name} once={`${name} ${state}`} finish={finish} />;
}

/** `/microsoft`: the token is in the address's hash, for this page alone. */
export function MicrosoftReturnPage() {
  const finish = async () => {
    const { takeIdToken } = await import('./microsoft.ts');
    const idToken = await takeIdToken().catch((error: unknown) => {
      throw notFinished('microsoft', String(error));
    });
    if (!idToken) throw problems.loginLapsed();
    return call(loginRoutes.finishMicrosoft, { body: { idToken } });
  };
  return <Returned name={providerNames.microsoft} once="microsoft" finish={finish} />;
}

type Props = { name: string; once: string; finish: () => Promise<FinishedLogin> };

function Returned({ name, once, finish }: Props) {
  const { data, error } = useQuery({
    queryKey: ['logins', 'finish', once],
    queryFn: finish,
    // What came back is good for one try.
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const finished = useFinished();
  useEffect(() => {
    if (data) void finished(data);
    // The answer leads somewhere once, whatever else changes on the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [data]);

  return (
    <AccountFrame title={`Sign in with ${name}`}>
      {error ? (
        <Stopped problem={problemIn(error)} />
      ) : data?.outcome.step === 'email' ? (
        <EmailStep {...data.outcome} company={name} next={data.next} />
      ) : (
        <Loader role="status" aria-label="Signing in" size="sm" />
      )}
    </AccountFrame>
  );
}

const Stopped = ({ problem }: { problem: Problem }) => (
  <>
    <ProblemAlert problem={problem} />
    <Text size="md">
      <Anchor component={Link} to={placeBefore()}>
        Go back
      </Anchor>
    </Text>
  </>
);

function notFinished(provider: LoginProvider, error: string): ProblemError {
  const name = providerNames[provider];
  const title = /access_denied|user_cancel/.test(error)
    ? `Sign-in with ${name} was cancelled`
    : `${name} did not sign you in`;
  const detail = 'Nothing was changed. You can try again or choose another way.';
  return new ProblemError({ type: '/problems/login-stopped', title, status: 400, detail });
}
