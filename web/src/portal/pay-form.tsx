import { Button, Card, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Currency } from '#domain/kernel/money.ts';
import { payable } from '#web/payments/payment-queries.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { currencyName } from '#web/rates/currency-name.ts';
import { taskList } from '#web/tasks/task-queries.ts';
import { PayWish, rangeWords, shortMoney } from './amount.ts';
import { openCheckout } from './checkout-queries.ts';
import { DueNow } from './due-now.tsx';
import { useLeaving } from './use-leaving.ts';
import classes from './pay.module.css';

type Props = { own: Currency; taskId: string | null; today: string };

/** What is due, or an amount of one's own; the button says what will be paid, then Stripe's page takes over. */
export function PayForm({ own, taskId, today }: Props) {
  const form = useSchemaForm(PayWish, { amount: '', currency: own, taskId });
  const { currency } = form.values;
  const tasks = useInfiniteQuery(taskList()).data?.pages.flatMap((page) => page.items) ?? [];
  const { isLeaving, leaveTo } = useLeaving();
  const attemptFor = useAttempt();

  const { submit, problem, isPending } = useSubmit(form, openCheckout, ({ url }) => leaveTo(url));
  const pay = submitAs(form, PayWish, (wish) =>
    submit({ ...wish, attemptId: attemptFor(`${wish.amount} ${wish.currency} ${wish.taskId}`) }),
  );

  const typed = PayWish.safeParse(form.values).data;
  return (
    <Card className={classes.payForm}>
      <Stack gap="lg">
        <DueNow today={today} />
        <form className={classes.fields} onSubmit={pay} noValidate>
          <ProblemAlert problem={problem} />
          <TextInput
            label={`Enter Amount (${symbolOf(currency)})`}
            description={`Between ${rangeWords(currency)}`}
            inputMode="decimal"
            autoComplete="off"
            leftSection={symbolOf(currency)}
            classNames={{ input: classes.amount ?? '', section: classes.symbol ?? '' }}
            {...form.getInputProps('amount')}
          />
          <CurrencySelect
            own={own}
            {...form.getInputProps('currency')}
            onChange={(chosen) => {
              form.setFieldValue('currency', chosen);
              // What was said about the amount was said in the other currency.
              form.clearFieldError('amount');
            }}
          />
          {tasks.length > 0 && (
            <Select
              size="md"
              label="For task"
              placeholder="No task in particular"
              clearable
              clearButtonProps={{ 'aria-label': 'For no task in particular' }}
              data={tasks.map(({ id, title }) => ({ value: id, label: title }))}
              {...form.getInputProps('taskId')}
            />
          )}
          <Button type="submit" size="md" variant="filled" fullWidth className="cap" loading={isPending || isLeaving}>
            PAY {typed ? shortMoney(typed) : ''}
          </Button>
        </form>
        <Text size="sm" c="dimmed" className={classes.promise}>
          <IconLock size={14} stroke={1.5} aria-hidden />
          You pay on Stripe’s page. We never see your card number.
        </Text>
      </Stack>
    </Card>
  );
}

type CurrencyProps = {
  own: Currency;
  value?: Currency;
  error?: string;
  onChange: (currency: Currency) => void;
};

/** Only where the business takes more than its own. */
function CurrencySelect({ own, error, onChange, ...field }: CurrencyProps) {
  const currencies = useQuery(payable).data?.items ?? [own];
  if (currencies.length < 2 && !error) return null;
  return (
    <Select
      {...field}
      size="md"
      label="Currency"
      allowDeselect={false}
      error={error}
      onChange={(chosen) => chosen && onChange(chosen)}
      data={currencies.map((currency) => ({ value: currency, label: `${currency} · ${currencyName(currency)}` }))}
    />
  );
}

/** One id for one try: pressing again after a failure opens the same checkout, another wish opens another. */
function useAttempt(): (wish: string) => string {
  const attempt = useRef({ wish: '', id: '' });
  return (wish) => {
    if (attempt.current.wish !== wish) attempt.current = { wish, id: crypto.randomUUID() };
    return attempt.current.id;
  };
}
