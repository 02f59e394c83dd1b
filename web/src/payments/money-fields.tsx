import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import type { Form } from '#web/platform/form.ts';
import { payable } from './payment-queries.ts';
import type { Typed } from './typed-payment.ts';
import classes from './payments.module.css';

/** How much, in one of the currencies that have a rate today. */
export function MoneyFields<V extends Typed>({ form, isFirst }: { form: Form<V>; isFirst: boolean }) {
  const { currency } = form.values;
  const offered = useQuery(payable).data?.items ?? [];
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <TextInput
        size="md"
        flex={1}
        label="Amount"
        withAsterisk
        inputMode="decimal"
        data-autofocus={isFirst || undefined}
        autoComplete="off"
        leftSection={symbolOf(currency)}
        classNames={{ input: 'figures' }}
        {...form.getInputProps('amount')}
      />
      <Select
        size="md"
        className={classes.currency}
        label="Currency"
        allowDeselect={false}
        data={[...new Set([currency, ...offered])]}
        {...form.getInputProps('currency')}
      />
    </Group>
  );
}
