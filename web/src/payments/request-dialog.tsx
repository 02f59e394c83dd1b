import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import { FormButtons } from '#web/tasks/form-buttons.tsx';
import { useMe } from '#web/members/me.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { MoneyFields } from './money-fields.tsx';
import { useRequestPayment } from './payment-queries.ts';
import { type PaidTask, PurposeField, WhomFields } from './subject-fields.tsx';
import { amountWord } from './typed-amount.ts';
import { draftOf, firstTyped, TypedRequest } from './typed-payment.ts';

type Props = { task?: PaidTask; onClose: () => void };

/** Asks a customer to pay: they are told, and find it on their Pay page. */
export const RequestDialog = (props: Props) => (
  <Modal opened onClose={props.onClose} title="Request payment" closeButtonProps={{ 'aria-label': 'Close' }}>
    <RequestForm {...props} />
  </Modal>
);

function RequestForm({ task, onClose }: Props) {
  const { currency } = useMe().workspace;
  // One dialog asks once, however often it has to be sent.
  const [paymentId] = useState(() => crypto.randomUUID());
  const form = useSchemaForm(TypedRequest, { ...firstTyped(task, currency), dueOn: null as string | null });
  const { submit, problem, isPending } = useSubmit(form, useRequestPayment().mutateAsync, (payment) => {
    toast(`${formatMoney(payment)} requested from ${payment.customer.name}`);
    onClose();
  });
  const send = submitAs(form, TypedRequest, ({ dueOn, ...typed }) => submit({ ...draftOf(typed), paymentId, dueOn }));

  return (
    <form onSubmit={send} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <WhomFields form={form} task={task} />
        <MoneyFields form={form} isFirst={task !== undefined} />
        <PurposeField form={form} />
        <TextInput
          size="md"
          type="date"
          label="Due"
          description="Leave it empty when there is no hurry."
          {...form.getInputProps('dueOn')}
          value={form.values.dueOn ?? ''}
          onChange={(event) => form.setFieldValue('dueOn', event.currentTarget.value || null)}
        />
        <FormButtons
          verb={`Request ${amountWord(form.values.amount, form.values.currency) ?? 'payment'}`}
          isPending={isPending}
          onClose={onClose}
        />
      </Stack>
    </form>
  );
}
