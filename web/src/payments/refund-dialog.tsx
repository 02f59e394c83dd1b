import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as z from 'zod';
import { amountText } from '#domain/kernel/list-amount.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { paragraph } from '#domain/kernel/text.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { RefundReason } from '#domain/payments/refund.ts';
import { FormButtons } from '#web/tasks/form-buttons.tsx';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { useRefund } from './payment-queries.ts';
import { reasonWord } from './payment-words.ts';
import { tellRefund, wayBack, whyNoRefund } from './refund-words.ts';
import { amountIn, amountWord } from './typed-amount.ts';

type Props = { payment: PaymentDetail; onClose: () => void };

/** Gives money back, all that is left of it or a part; says why not when nothing is left. */
export function RefundDialog({ payment, onClose }: Props) {
  const why = whyNoRefund(payment);
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Refund ${payment.customer.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {why === null ? <RefundForm payment={payment} onClose={onClose} /> : <NoRefund why={why} onClose={onClose} />}
    </Modal>
  );
}

const NoRefund = ({ why, onClose }: { why: string; onClose: () => void }) => (
  <Stack gap="lg">
    <Text>{why}</Text>
    <Group justify="flex-end">
      <Button size="md" onClick={onClose}>
        Close
      </Button>
    </Group>
  </Stack>
);

const typedRefund = (currency: string, left: number) =>
  z.object({
    amount: z.string().transform((text, context) => {
      const typed = amountIn(text, currency, { min: 1, max: left });
      if ('amount' in typed) return typed.amount;
      context.addIssue({ code: 'custom', message: typed.reason });
      return z.NEVER;
    }),
    reason: RefundReason,
    note: paragraph(500),
  });

function RefundForm({ payment, onClose }: Props) {
  const { id: paymentId, amount, currency, refundable, customer } = payment;
  // One dialog gives back once, however often it has to be sent.
  const [refundId] = useState(() => crypto.randomUUID());
  const schema = useMemo(() => typedRefund(currency, refundable), [currency, refundable]);
  const form = useSchemaForm(schema, {
    amount: amountText({ amount: refundable, currency }),
    reason: 'requested-by-customer',
    note: '',
  });
  const { submit, problem, isPending } = useSubmit(form, useRefund().mutateAsync, ({ refunds }) => {
    tellRefund(
      refunds.find(({ id }) => id === refundId),
      payment,
    );
    onClose();
  });

  return (
    <form
      onSubmit={submitAs(form, schema, (typed) => submit({ params: { paymentId }, body: { refundId, ...typed } }))}
      noValidate
    >
      <Stack gap="lg">
        <Text>
          {refundable === amount
            ? `${customer.name} paid ${formatMoney(payment)}.`
            : `${formatMoney({ amount: refundable, currency })} of ${formatMoney(payment)} are left.`}{' '}
          {wayBack(payment)}
        </Text>
        <ProblemAlert problem={problem} />
        <TextInput
          size="md"
          label="Amount"
          withAsterisk
          data-autofocus
          inputMode="decimal"
          autoComplete="off"
          leftSection={symbolOf(currency)}
          classNames={{ input: 'figures' }}
          {...form.getInputProps('amount')}
        />
        <Select
          size="md"
          label="Reason"
          withAsterisk
          allowDeselect={false}
          data={RefundReason.options.map((value) => ({ value, label: reasonWord[value] }))}
          {...form.getInputProps('reason')}
        />
        <Textarea
          size="md"
          label="Note"
          description="For you and your colleagues; the customer does not see it."
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('note')}
        />
        <FormButtons
          verb={`Refund ${amountWord(form.values.amount, currency) ?? ''}`.trim()}
          isPending={isPending}
          onClose={onClose}
        />
      </Stack>
    </form>
  );
}
