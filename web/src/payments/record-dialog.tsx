import { Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { CounterMethod } from '#domain/payments/drafts.ts';
import { FormButtons } from '#web/tasks/form-buttons.tsx';
import { useMe } from '#web/members/me.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { MoneyFields } from './money-fields.tsx';
import { useRecordPayment } from './payment-queries.ts';
import { counterWord } from './payment-words.ts';
import { type PaidTask, PurposeField, WhomFields } from './subject-fields.tsx';
import { amountWord } from './typed-amount.ts';
import { draftOf, firstTyped, typedRecordBy } from './typed-payment.ts';
import classes from './payments.module.css';

type Props = { task?: PaidTask; onClose: () => void };

/** Notes down money that came without Stripe. */
export const RecordDialog = (props: Props) => (
  <Modal opened onClose={props.onClose} title="Record payment" closeButtonProps={{ 'aria-label': 'Close' }}>
    <RecordForm {...props} />
  </Modal>
);

function RecordForm({ task, onClose }: Props) {
  const { currency, timeZone } = useMe().workspace;
  // One dialog records once, however often it has to be sent.
  const [paymentId] = useState(() => crypto.randomUUID());
  const today = dayIn(timeZone, new Date());
  const schema = useMemo(() => typedRecordBy(today), [today]);
  const form = useSchemaForm(schema, { ...firstTyped(task, currency), method: 'cash', paidOn: today, note: '' });
  const { submit, problem, isPending } = useSubmit(form, useRecordPayment().mutateAsync, (payment) => {
    toast(`${formatMoney(payment)} of ${payment.customer.name} recorded`);
    onClose();
  });
  const send = submitAs(form, schema, ({ method, paidOn, note, ...typed }) =>
    submit({ ...draftOf(typed), paymentId, method, paidOn, note }),
  );

  return (
    <form onSubmit={send} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <WhomFields form={form} task={task} />
        <MoneyFields form={form} isFirst={task !== undefined} />
        <Radio.Group label="How it was paid" {...form.getInputProps('method')}>
          <div className={classes.methods}>
            {CounterMethod.options.map((method) => (
              <Radio key={method} value={method} label={counterWord[method]} />
            ))}
          </div>
        </Radio.Group>
        <PurposeField form={form} />
        <TextInput size="md" type="date" label="Paid on" withAsterisk max={today} {...form.getInputProps('paidOn')} />
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
          verb={`Record ${amountWord(form.values.amount, form.values.currency) ?? 'payment'}`}
          isPending={isPending}
          onClose={onClose}
        />
      </Stack>
    </form>
  );
}
