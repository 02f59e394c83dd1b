import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Forecast } from '#domain/forecasts/forecast.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { forecast } from '#web/forecasts/forecast-queries.ts';
import { useMe } from '#web/members/me.ts';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

const shown = 3;

/** What the next 12 months are expected to bring, and the best who are likely lost. */
export function ForecastCard() {
  const { currency } = useMe().workspace;
  const money = (amount: number) => formatMoney({ amount, currency });
  return (
    <HomeCard title="Next 12 months" to="/segments/forecast" toLabel="Forecast">
      <AnswerRows
        query={useQuery(forecast())}
        usual={1 + shown}
        empty="A forecast comes after the first night with enough payments."
        rows={({ forecast: made, leaving }) =>
          made?.expectedValue == null
            ? []
            : [
                <li key="value">
                  <span className={classes.words}>
                    <b className={classes.strong}>Expected of all customers</b>
                    <span className={classes.sub}>{purchasesOf(made)}</span>
                  </span>
                  <span className={`${classes.amount} figures`}>{money(made.expectedValue)}</span>
                </li>,
                ...leaving.slice(0, shown).map(({ id, name, recencyDays, measures }) => (
                  <li key={id}>
                    <span className={classes.words}>
                      <Link to="/segments" search={{ customer: id }} className={classes.strong}>
                        {name}
                      </Link>
                      <span className={classes.sub}>Likely lost: {recencyDays?.toLocaleString('en')} days silent</span>
                    </span>
                    <span className={`${classes.amount} figures`}>{measures && money(measures.monetary)}</span>
                  </li>
                )),
              ]
        }
      />
    </HomeCard>
  );
}

const purchasesOf = ({ expectedPurchases }: Forecast): string =>
  `${Math.round(expectedPurchases ?? 0).toLocaleString('en')} purchases`;
