import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConnectedLogin, LoginProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Inset, Row, Rows, Section } from '#web/platform/section.tsx';
import { toastProblem } from '#web/platform/toast.tsx';
import { goToLink } from './go-to-company.ts';
import { myLoginsQuery, useUnlink } from './login-queries.ts';
import { ProviderIcon } from './provider-icon.tsx';

/** The accounts of other companies that lead in: for the profile. */
export function LoginsSection() {
  const { data, error, refetch } = useQuery(myLoginsQuery);
  return (
    <Section title="Connected accounts">
      {data ? (
        <LoginRows logins={data.items} />
      ) : error ? (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      ) : (
        <Loading rows={3} />
      )}
    </Section>
  );
}

function LoginRows({ logins }: { logins: ConnectedLogin[] }) {
  const going = useMutation({ mutationFn: (provider: LoginProvider) => goToLink(provider), onError: toastProblem });
  const unlink = useUnlink();
  const isBusy = going.isPending || unlink.isPending;

  if (logins.length === 0)
    return (
      <Inset>
        <p className="muted">No account of another company can be connected here.</p>
      </Inset>
    );
  return (
    <Rows label="Connected accounts">
      {logins.map(({ provider, connectedAt }) => (
        <Row
          key={provider}
          sign={<ProviderIcon provider={provider} />}
          name={providerNames[provider]}
          sub={
            connectedAt ? (
              <span>
                Connected <Moment at={connectedAt} />
              </span>
            ) : (
              'Not connected'
            )
          }
        >
          <Button
            size="xs"
            disabled={isBusy}
            aria-label={`${connectedAt ? 'Disconnect' : 'Connect'} ${providerNames[provider]}`}
            onClick={() => (connectedAt ? unlink : going).mutate(provider)}
          >
            {connectedAt ? 'Disconnect' : 'Connect'}
          </Button>
        </Row>
      ))}
    </Rows>
  );
}
