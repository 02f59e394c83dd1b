import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { currencies } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { type ExchangeRate, ExchangeRateDraft } from '#domain/rates/rate.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { useMe } from '#web/members/me.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { currencyName } from './currency-name.ts';
import { useForgetRates } from './rate-queries.ts';

const choices = currencies.map((value) => ({ value, label: `${value} · ${currencyName(value)}` }));

/** A new rate, or with `rate` another value for the same currency and day. */
export function RateDialog({ rate, onClose }: { rate: ExchangeRate | null; onClose: () => void }) {
  const { currency: own, timeZone } = useMe().workspace;
  const forget = useForgetRates();
  const form = useSchemaForm(ExchangeRateDraft, {
    currency: rate?.currency ?? '',
    rate: rate?.rate ?? '',
    from: rate?.from ?? dayIn(timeZone, new Date()),
  });
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: ExchangeRateDraft) => call(rateRoutes.set, { body }),
    ({ currency }) => {
      void forget();
      toast(`Rate of ${currency} saved`);
      onClose();
    },
  );
  const { currency } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      title={rate ? 'Change the rate' : 'Add a rate'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submitAs(form, ExchangeRateDraft, submit)} noValidate>
        <Stack gap="lg">
          <Select
            label="Currency"
            placeholder="Choose a currency"
            size="md"
            data={choices.filter(({ value }) => value !== own)}
            searchable
            allowDeselect={false}
            disabled={rate !== null}
            {...form.getInputProps('currency')}
          />
          <TextInput
            label={`One ${currency || 'unit'} in ${own}`}
            description="Such as 1.0835"
            size="md"
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('rate')}
          />
          <TextInput
            type="date"
            label="From"
            description="It stands until a later one. Payments keep the rate of the day they were paid."
            size="md"
            disabled={rate !== null}
            {...form.getInputProps('from')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end" gap="sm">
            <Button size="md" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" size="md" variant="filled" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
