import { useQuery } from '@tanstack/react-query';
import type { Forecast } from '#domain/forecasts/forecast.ts';
import type { forecastRoutes } from '#domain/forecasts/routes.ts';
import type { ResultOf } from '#domain/kernel/route.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { SegmentsFrame } from '#web/segments/segments-frame.tsx';
import { ForecastFit } from './forecast-fit.tsx';
import { ForecastList } from './forecast-list.tsx';
import { ForecastTiles } from './forecast-tiles.tsx';
import { RuleNote } from './rule-note.tsx';
import { forecast } from './forecast-queries.ts';

/** What the customers are expected to buy in the next 12 months. */
export function ForecastPage() {
  const read = useQuery(forecast());
  return (
    <SegmentsFrame tab="/segments/forecast" sub={read.data?.forecast && <MadeOf forecast={read.data.forecast} />}>
      {read.isPending && <Loading label="Loading the forecast" />}
      {read.isError && <Failed error={read.error} retry={() => void read.refetch()} />}
      {read.data && <Shown {...read.data} />}
    </SegmentsFrame>
  );
}

const MadeOf = ({ forecast: { day, customers } }: { forecast: Forecast }) => (
  <>
    As of {formatDay(day)} · {customers.toLocaleString('en')} customers with a payment
  </>
);

function Shown({ forecast, best, leaving }: ResultOf<typeof forecastRoutes.read>) {
  if (!forecast) {
    return (
      <Empty title="The first forecast is made tonight">
        Every night your own payments say what to expect of each customer in the next 12 months.
      </Empty>
    );
  }
  if (forecast.reason !== null) return <Empty title="Not enough to forecast yet">{forecast.reason}</Empty>;
  return (
    <>
      <ForecastTiles forecast={forecast} />
      <ForecastList title="Highest value" rows={best} none="Everybody is likely gone.">
        Who is expected to bring most in the next 12 months.
      </ForecastList>
      <ForecastList title="Likely gone" rows={leaving} none="Nobody is likely gone.">
        Those who spent most come first: worth a word from you.
      </ForecastList>
      <RuleNote quietAfterDays={forecast.quietAfterDays} />
      <ForecastFit forecast={forecast} />
    </>
  );
}
