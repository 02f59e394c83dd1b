import { Button, Card, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import * as z from 'zod';
import type { Currency } from '#domain/kernel/money.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { taskList } from '#web/tasks/task-queries.ts';
import { rangeWords, shortMoney, amountSchema } from './amount.ts';
import { openCheckout } from './checkout-queries.ts';
import classes from './portal.module.css';

type Props = { currency: Currency; amount: string; taskId: string | null };

/** Amount, and the task it is for; the button says what will be paid, then Stripe's page takes over. */
export function PayForm({ currency, amount, taskId }: Props) {
  const schema = useMemo(() => z.object({ amount: amountSchema(currency), taskId: z.string().nullable() }), [currency]);
  const form = useSchemaForm(schema, { amount, taskId });
  const tasks = useInfiniteQuery(taskList()).data?.pages.flatMap((page) => page.items) ?? [];
  const attemptFor = useAttempt();

  const { submit, problem, isPending } = useSubmit(form, openCheckout, ({ url }) => window.location.assign(url));
  const pay = submitAs(form, schema, (wish) =>
    submit({ ...wish, currency, attemptId: attemptFor(`${wish.amount} ${wish.taskId}`) }),
  );

  const typed = schema.shape.amount.safeParse(form.values.amount);
  return (
    <Card component="form" className={classes.payForm} onSubmit={pay} noValidate>
      <Stack gap="lg">
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
        {tasks.length > 0 && (
          <Select
            size="md"
            label="For"
            placeholder="No task in particular"
            clearable
            data={tasks.map(({ id, title }) => ({ value: id, label: title }))}
            {...form.getInputProps('taskId')}
          />
        )}
        <Button type="submit" size="md" variant="filled" fullWidth className="cap" loading={isPending}>
          PAY {typed.success ? shortMoney({ amount: typed.data, currency }) : ''}
        </Button>
        <Text size="sm" c="dimmed" className={classes.promise}>
          <IconLock size={14} stroke={1.5} aria-hidden />
          You pay on Stripe’s page. We never see your card number.
        </Text>
      </Stack>
    </Card>
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
