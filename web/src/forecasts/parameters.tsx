import type { Forecast } from '#domain/forecasts/forecast.ts';
import { decimalsOf, formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import { Fact, Facts } from '#web/platform/facts.tsx';
import classes from './forecasts.module.css';

/** The fitted figures, and what each pair of them says. */
export function Parameters({ forecast: { bgNbd, gammaGamma } }: { forecast: Forecast }) {
  const { currency } = useMe().workspace;
  if (!bgNbd || !gammaGamma) return null;
  const { r, alpha, a, b } = bgNbd;
  const { p, q, gamma } = gammaGamma;
  const spend = Math.round(((p * gamma) / (q - 1)) * 10 ** decimalsOf(currency));
  return (
    <div className={classes.parameters}>
      <h3>Purchases: BG/NBD</h3>
      <Facts>
        <Fact name="r, α">
          {told(r)}, {told(alpha)}: {told(r / alpha, 2)} purchases a week while they stay
        </Fact>
        <Fact name="a, b">
          {told(a)}, {told(b)}: {Math.round((100 * a) / (a + b))} % leave after a purchase
        </Fact>
        <Fact name="Log-likelihood">{likelihood(bgNbd)}</Fact>
      </Facts>
      <h3>Spend of a day: gamma-gamma</h3>
      <Facts>
        <Fact name="p, q, γ">
          {told(p)}, {told(q)}, {told(gamma)}: {formatMoney({ amount: spend, currency })} on average
        </Fact>
        <Fact name="Log-likelihood">{likelihood(gammaGamma)}</Fact>
      </Facts>
    </div>
  );
}

const told = (value: number, digits = 4): string => value.toLocaleString('en', { maximumSignificantDigits: digits });
const likelihood = ({ logLikelihood }: { logLikelihood: number }): string =>
  logLikelihood.toLocaleString('en', { maximumFractionDigits: 1 });
