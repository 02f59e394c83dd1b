import { Card, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { CustomersByPlace } from '#domain/places/routes.ts';
import { useMe } from '#web/members/me.ts';
import { countryName } from '#web/platform/country-name.ts';
import { CountryTable } from './country-table.tsx';
import { PlaceTable } from './place-table.tsx';
import classes from './places.module.css';

// The outlines of the world are large: the tables do not wait for them.
const PlaceMap = lazy(async () => ({ default: (await import('./place-map.tsx')).PlaceMap }));

type Props = { found: CustomersByPlace; country: string | undefined };

/** The map, and the tables that say the same and lead it by keyboard. */
export function PlacesView({ found, country }: Props) {
  const { currency } = useMe().workspace;
  const [pointed, point] = useState<string | null>(null);
  const map = useRef<HTMLElement>(null);
  const spots = found.places;
  const chosen = found.countries.find((each) => each.country === country);
  const listed = chosen ? spots.filter(({ place }) => place.country === chosen.country) : spots;
  const where = chosen ? countryName(chosen.country) : 'The world';
  const money = (amount: number): string => formatMoney({ amount, currency });

  const people = chosen ? chosen.customers : found.payers - found.unplaced;
  const elsewhere = people - listed.reduce((sum, { customers }) => sum + customers, 0);
  const offMap = listed.reduce((sum, { at, customers }) => (at ? sum : sum + customers), 0);
  return (
    <>
      <div className={classes.view}>
        <Card component="section" aria-label="Map" ref={map} className={classes.card}>
          <header className={classes.head}>
            <Title order={2}>{where}</Title>
            {chosen ? (
              <Link to="/segments/places" resetScroll={false}>
                Show the world
              </Link>
            ) : (
              <span className="muted">A country opens with a click</span>
            )}
          </header>
          <Suspense fallback={<div className={classes.wait} />}>
            <PlaceMap
              spots={spots}
              country={chosen?.country ?? null}
              pointed={pointed}
              onPoint={point}
              tell={({ customers, monetary }) => `${customersWords(customers)}, ${money(monetary)}`}
            />
          </Suspense>
          <p className={classes.note}>
            The area of a bubble is its customers.{' '}
            {offMap > 0 && `${customersWords(offMap)} in smaller places are in the table only. `}
            Counted anew every night and after each import.
          </p>
        </Card>
        <CountryTable countries={found.countries} chosen={chosen?.country ?? null} money={money} />
      </div>
      <PlaceTable
        title={chosen ? `Places in ${where}` : 'Places'}
        spots={listed}
        elsewhere={elsewhere}
        pointed={pointed}
        onPoint={point}
        onShow={() => map.current?.scrollIntoView({ block: 'nearest' })}
        money={money}
      />
      <footer className={classes.foot}>
        <span>
          {found.unplaced > 0 &&
            `No place is known of ${customersWords(found.unplaced)} with a payment: left out, not guessed.`}
        </span>
        <span>
          Places: <a href="https://www.geonames.org">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
        </span>
      </footer>
    </>
  );
}

const customersWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'customer' : 'customers'}`;
