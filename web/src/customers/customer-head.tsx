import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { Avatar } from '#web/platform/person.tsx';
import classes from './customer-head.module.css';

type Props = { customer: { id: string; name: string; email: string } };

/** Whose it is, at the head of a drawer; who may leads to their page. */
export function CustomerHead({ customer }: Props) {
  const isOpen = may(useMe().member, 'customers.view');
  return (
    <div className={classes.head}>
      <Avatar person={customer} size={32} />
      <div className={classes.who}>
        <div className="cut">
          {isOpen ? (
            <Anchor component={Link} to={`/customers/${customer.id}`} className={classes.name ?? ''}>
              {customer.name}
            </Anchor>
          ) : (
            <span className={classes.name}>{customer.name}</span>
          )}
        </div>
        <div className={`cut muted ${classes.email}`}>{customer.email}</div>
      </div>
    </div>
  );
}
