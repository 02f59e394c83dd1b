import { Button, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBuildingStore } from '@tabler/icons-react';
import { stripeCountries } from '#domain/stripe-accounts/countries.ts';
import { ConnectDraft, type StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { stripeAccountRoutes } from '#domain/stripe-accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Status } from '#web/platform/status.tsx';
import { countryName } from '#web/platform/country-name.ts';
import { useSubmit } from '#web/platform/submit.ts';
import classes from './stripe-accounts.module.css';

const choices = stripeCountries
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((one, other) => one.label.localeCompare(other.label));

/** No account yet: what happens to the money until there is one, and the way to one. */
export function ConnectForm({ connection: { state, country, disabledReason } }: { connection: StripeConnection }) {
  const form = useSchemaForm(ConnectDraft, { country: country ?? '' });
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: ConnectDraft) => call(stripeAccountRoutes.connect, { body }),
    ({ url }) => window.location.assign(url),
  );
  return (
    <form onSubmit={submitAs(form, ConnectDraft, submit)} noValidate>
      <Stack gap="md" align="flex-start">
        {disabledReason && (
          <Status icon={IconAlertTriangle} tone="bad">
            {disabledReason}
          </Status>
        )}
        {state === 'platform' ? (
          <Status icon={IconBuildingStore} tone="running">
            Payments go to the account of this installation
          </Status>
        ) : (
          <Status icon={IconAlertTriangle} tone="waiting">
            Customers cannot pay yet
          </Status>
        )}
        <Text className={classes.says ?? ''}>
          Connect a Stripe account of the business: customers pay straight to it. Its fees, payouts and disputes are the
          business's own, and Stripe opens its dashboard to you.
        </Text>
        <Select
          label="Country of the business"
          placeholder="Choose a country"
          data={choices}
          searchable
          allowDeselect={false}
          size="md"
          className={classes.country ?? ''}
          {...form.getInputProps('country')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" loading={isPending}>
          Connect Stripe
        </Button>
      </Stack>
    </form>
  );
}
