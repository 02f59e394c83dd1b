import type { Forecast } from '#domain/forecasts/forecast.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import { Tiles } from '#web/platform/tiles.tsx';

/** The next 12 months of all customers together. */
export function ForecastTiles({ forecast }: { forecast: Forecast }) {
  const { currency } = useMe().workspace;
  const { expectedPurchases, expectedValue, repeaters, customers, quietAfterDays } = forecast;
  const tiles = [
    { label: 'Expected purchases, next 12 months', value: whole(expectedPurchases ?? 0) },
    { label: 'Their value today, at 10 % a year', value: formatMoney({ amount: expectedValue ?? 0, currency }) },
    { label: 'Came back on another day', value: `${whole(repeaters)} of ${whole(customers)}` },
    {
      label: 'Nine of ten came back within',
      value: quietAfterDays === null ? '–' : `${whole(quietAfterDays)} days`,
    },
  ];
  return <Tiles label="The next 12 months" tiles={tiles} />;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
