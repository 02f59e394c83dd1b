import { useQuery } from '@tanstack/react-query';
import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { ConnectForm } from './connect-form.tsx';
import { ConnectedAccount } from './connected-account.tsx';
import { connectionQuery } from './connection-queries.ts';
import { OpeningAgain } from './opening-again.tsx';

/** `visit`: how Stripe sent somebody here; "again" when the link they had was used or too old. */
export function StripeSection({ visit }: { visit: 'back' | 'again' | undefined }) {
  const { data, error, refetch } = useQuery(connectionQuery(visit === 'back'));
  return (
    <Section title="Stripe account">
      {data ? (
        <Inset>
          <Connection connection={data} isAgain={visit === 'again'} />
        </Inset>
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

function Connection({ connection, isAgain }: { connection: StripeConnection; isAgain: boolean }) {
  const { accountId, country } = connection;
  if (accountId === null || country === null) return <ConnectForm connection={connection} />;
  if (isAgain) return <OpeningAgain country={country} />;
  return <ConnectedAccount connection={{ ...connection, accountId, country }} />;
}
