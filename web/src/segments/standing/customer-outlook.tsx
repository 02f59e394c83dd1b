import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerForecast } from '#domain/forecasts/forecast.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import type { CustomerStanding } from '#domain/segments/explain.ts';
import { useMe } from '#web/members/me.ts';
import { Fact, Facts } from '#web/platform/facts.tsx';

/** What is expected of a customer, and whom they are like. Nothing where neither was made yet. */
export function CustomerOutlook({ standing: { forecast, group } }: { standing: CustomerStanding }) {
  const { currency } = useMe().workspace;
  if (!forecast && !group) return null;
  return (
    <section aria-label="Outlook">
      <Title order={3} size="h2" mb="sm">
        Outlook
      </Title>
      <Facts>
        {forecast && (
          <>
            <Fact name="In 12 months">
              {forecast.expectedPurchases.toLocaleString('en', { maximumFractionDigits: 1 })} purchases expected, worth{' '}
              {formatMoney({ amount: forecast.value, currency })}
            </Fact>
            <Fact name="Still a customer">{stayWords(forecast)}</Fact>
          </>
        )}
        {group && (
          <Fact name="Group">
            <Link to="/segments/groups">{group}</Link>
          </Fact>
        )}
      </Facts>
    </section>
  );
}

/** After one purchase day the model knows no rhythm, and says nothing about leaving. */
function stayWords({ basis, chanceAlive, isGone }: CustomerForecast): string {
  if (basis === 'model' && chanceAlive !== null) {
    return `${Math.round(100 * chanceAlive)} % likely, by how often they came`;
  }
  return isGone
    ? 'Likely not: after one purchase day they have been silent for too long'
    : 'Yes, by the recency rule: after one purchase day they have not been silent for too long';
}
