import { dayIn } from '#domain/kernel/time.ts';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { useMe } from '#web/members/me.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import { currencyName } from './currency-name.ts';
import { RateMenu } from './rate-menu.tsx';
import { standingOf } from './standing.ts';
import classes from './rates.module.css';

type Act = (rate: ExchangeRate) => void;
type Props = { rates: readonly ExchangeRate[]; onChange: Act; onRemove: Act };

export function RateTable({ rates, onChange, onRemove }: Props) {
  const { currency, timeZone } = useMe().workspace;
  const today = dayIn(timeZone, new Date());
  return (
    <table className={classes.rates} aria-label="Exchange rates">
      <thead>
        <tr>
          <th scope="col">Currency</th>
          <th scope="col" className={classes.number}>
            In {currency}
          </th>
          <th scope="col">From</th>
          <th scope="col" className={classes.acts}>
            Actions
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <tr key={`${rate.currency} ${rate.from}`} data-standing={standingOf(rate, rates, today)}>
            <th scope="row">
              {rate.currency} <span className={classes.name}>{currencyName(rate.currency)}</span>
            </th>
            <td className={classes.number}>{rate.rate}</td>
            <td>
              <span className="figures">{formatDay(rate.from)}</span>
              <span className={classes.standing}>{standingOf(rate, rates, today)}</span>
            </td>
            <td className={classes.acts}>
              <RateMenu
                name={`${rate.currency} from ${formatDay(rate.from)}`}
                onChange={() => onChange(rate)}
                onRemove={() => onRemove(rate)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
