import { lazy, Suspense } from 'react';
import type { Forecast } from '#domain/forecasts/forecast.ts';
import { Section } from '#web/platform/section.tsx';
import { FitTable } from './fit-table.tsx';
import { Parameters } from './parameters.tsx';
import classes from './forecasts.module.css';

// The charts are the largest script of the product: the page does not wait for them.
const FitChart = lazy(async () => ({ default: (await import('./fit-chart.tsx')).FitChart }));

/** How far the model may be believed: what it says of the past, beside what was. */
export function ForecastFit({ forecast }: { forecast: Forecast }) {
  return (
    <Section title="How the model fits">
      <div className={classes.fit}>
        <figure className={classes.figure} aria-label="Customers by how often they came back">
          <figcaption className={classes.caption}>
            Customers by how often they came back
            <span className={classes.legend} aria-hidden>
              <i data-series="actual" /> in truth
              <i data-series="expected" /> by the model
            </span>
          </figcaption>
          <Suspense fallback={<div className={classes.wait} />}>
            <FitChart fit={forecast.fit} />
          </Suspense>
          <details className={classes.table}>
            <summary>Table</summary>
            <FitTable fit={forecast.fit} />
          </details>
        </figure>
        <Parameters forecast={forecast} />
      </div>
    </Section>
  );
}
