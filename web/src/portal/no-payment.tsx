import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '#web/platform/faces.tsx';

/** A payment of somebody else, or no payment at all: the two look the same. */
export const NoPayment = () => (
  <Empty
    title="This payment is not here"
    action={
      <Button component={Link} to="/portal/pay">
        Your payments
      </Button>
    }
  >
    The address may be cut short, or lead to a payment that is not yours.
  </Empty>
);
