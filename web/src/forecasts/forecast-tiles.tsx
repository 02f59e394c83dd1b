import type { Forecast } from '#domain/forecasts/forecast.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import classes from './forecasts.module.css';

/** The next 12 months of all customers together. */
export function ForecastTiles({ forecast }: { forecast: Forecast }) {
  const { currency } = useMe().workspace;
  const { expectedPurchases, expectedValue, repeaters, customers, quietAfterDays } = forecast;
  return (
    <dl className={classes.tiles} aria-label="The next 12 months">
      <div>
        <dt>Expected purchases, next 12 months</dt>
        <dd>{whole(expectedPurchases ?? 0)}</dd>
      </div>
      <div>
        <dt>Their value today, at 10 % a year</dt>
        <dd>{formatMoney({ amount: expectedValue ?? 0, currency })}</dd>
      </div>
      <div>
        <dt>Came back on another day</dt>
        <dd>
          {whole(repeaters)} of {whole(customers)}
        </dd>
      </div>
      <div>
        <dt>Nine of ten came back within</dt>
        <dd>{quietAfterDays === null ? '–' : `${whole(quietAfterDays)} days`}</dd>
      </div>
    </dl>
  );
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
