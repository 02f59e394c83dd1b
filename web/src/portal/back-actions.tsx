import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';

/** Where one came from: the room of the task, and the list of payments. */
export const BackActions = ({ task }: Pick<Payment, 'task'>) => (
  <>
    {task && (
      <Button component={Link} to={`/tasks/${task.id}`}>
        Back to the task
      </Button>
    )}
    <Button component={Link} to="/portal/pay">
      Your payments
    </Button>
  </>
);
