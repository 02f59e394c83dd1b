import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { Moment } from '#web/platform/moment.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Status } from '#web/platform/status.tsx';
import { faceOf } from './connection-face.ts';
import { useConnect, useRefresh } from './connection-queries.ts';
import { countryName } from '#web/platform/country-name.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { Wanted } from './wanted.tsx';
import classes from './stripe-accounts.module.css';

type Props = { connection: StripeConnection & { accountId: string; country: string } };

export function ConnectedAccount({ connection }: Props) {
  const { accountId, country, connectedAt, chargesEnabled, payoutsEnabled, wanted } = connection;
  const [isLeaving, setIsLeaving] = useState(false);
  const goOn = useConnect();
  const refresh = useRefresh();
  const face = faceOf(connection);
  const error = goOn.error ?? refresh.error;
  const isAsked = wanted.length > 0;
  return (
    <Stack gap="md" align="flex-start">
      <Stack gap="xs">
        <Status icon={face.icon} tone={face.tone}>
          {face.word}
        </Status>
        <Text className={classes.says ?? ''}>{face.says}</Text>
      </Stack>
      {isAsked && <Wanted items={wanted} isReady={chargesEnabled} />}
      <Facts>
        <Fact name="Account">
          <span className="figures">{accountId}</span>
        </Fact>
        <Fact name="Country">{countryName(country)}</Fact>
        <Fact name="Payments">{chargesEnabled ? 'On' : 'Off'}</Fact>
        <Fact name="Payouts">{payoutsEnabled ? 'On' : 'Off'}</Fact>
        <Fact name="Connected">{connectedAt && <Moment at={connectedAt} />}</Fact>
      </Facts>
      <ProblemAlert problem={error && problemIn(error)} />
      <Group gap="sm">
        {isAsked && (
          <Button variant="filled" loading={goOn.isPending} onClick={() => goOn.mutate(country)}>
            Go on at Stripe
          </Button>
        )}
        <Button loading={refresh.isPending} onClick={() => refresh.mutate()}>
          Ask Stripe again
        </Button>
        <Button onClick={() => setIsLeaving(true)}>Disconnect…</Button>
        <Anchor href="https://dashboard.stripe.com" target="_blank" rel="noreferrer" className={classes.link ?? ''}>
          Stripe's dashboard <IconExternalLink size={14} stroke={1.5} aria-label="opens in a new tab" role="img" />
        </Anchor>
      </Group>
      {isLeaving && <DisconnectDialog accountId={accountId} onClose={() => setIsLeaving(false)} />}
    </Stack>
  );
}
