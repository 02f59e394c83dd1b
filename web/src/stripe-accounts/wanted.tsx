import { useId } from 'react';
import classes from './stripe-accounts.module.css';

/** What Stripe asks for, in words. */
export function Wanted({ items, isReady }: { items: readonly string[]; isReady: boolean }) {
  const id = useId();
  return (
    <div className={classes.wanted}>
      <div id={id}>{isReady ? 'Stripe asks for this, to keep the account on:' : 'Stripe still asks for:'}</div>
      <ul aria-labelledby={id}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
