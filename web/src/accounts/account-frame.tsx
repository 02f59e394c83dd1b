import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PlaceLink } from '#web/platform/place.tsx';
import { Star } from '#web/platform/star.tsx';
import { Rings } from './rings.tsx';
import classes from './account-frame.module.css';

/** The pages before anybody is in: the brand at one side, one form at the other. */
export function AccountFrame({
  title,
  business,
  children,
}: {
  title: string;
  business?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={classes.split}>
      <title>{`${title} · StarOne CRM`}</title>
      <section className={classes.brand} aria-label="StarOne CRM">
        <Rings className={classes.rings} />
        <PlaceLink to="/" className={classes.logo}>
          <Star size={20} />
          StarOne CRM
        </PlaceLink>
        <div className={classes.promise}>
          {business && <p className={classes.business}>{business}</p>}
          <h2>Unlock endless possibilities to connect to your customers.</h2>
        </div>
        <p className={classes.more}>
          <PlaceLink to="/">Know more ↗</PlaceLink>
        </p>
        <p className={classes.join}>
          Join us <em>today!</em>
        </p>
      </section>
      <main className={classes.panel}>
        <div className={classes.form}>
          <Title order={1}>{title}</Title>
          {children}
        </div>
      </main>
    </div>
  );
}
