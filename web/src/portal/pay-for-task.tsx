import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { isDue } from '#domain/payments/payment.ts';
import { paymentsOfTask } from '#web/payments/payment-queries.ts';
import { byUrgency } from './own-words.ts';
import { PayButton } from './pay-button.tsx';

/** What a customer pays for a task: what is asked for, the most urgent first, or an amount of their own. */
export function PayForTask({ taskId }: { taskId: string }) {
  const payments = useQuery(paymentsOfTask(taskId)).data?.items ?? [];
  const [urgent] = payments.filter(isDue).toSorted(byUrgency);
  return (
    <Group gap="xs">
      {urgent && (
        <PayButton size="xs" variant="filled" paymentId={urgent.id}>
          Pay {formatMoney(urgent)}
        </PayButton>
      )}
      <Button size="xs" renderRoot={(props) => <Link to="/portal/pay" search={{ task: taskId }} {...props} />}>
        {urgent ? 'Other amount' : 'Pay'}
      </Button>
    </Group>
  );
}
