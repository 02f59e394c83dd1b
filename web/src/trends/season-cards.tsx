import type { Seasons } from '#domain/trends/trend.ts';
import { useMe } from '#web/members/me.ts';
import { ChartCard } from '#web/segments/charts/chart-card.tsx';
import { type Bar, SeasonBars } from './season-bars.tsx';
import { barsOf, figureWords, mostWords, type SeasonFigure } from './season-words.ts';
import classes from './seasons.module.css';

type Props = { row: Seasons['segments'][number]; figure: SeasonFigure };

export function SeasonCards({ row: { months, weekdays }, figure }: Props) {
  const faces = [
    { title: 'By month', head: 'Month', seasons: months },
    { title: 'By weekday', head: 'Weekday', seasons: weekdays },
  ];
  return (
    <div className={classes.cards}>
      {faces.map(({ title, head, seasons }) => (
        <SeasonCard key={title} title={title} head={head} bars={barsOf(seasons, figure)} figure={figure} />
      ))}
    </div>
  );
}

type CardProps = { title: string; head: string; bars: Bar[]; figure: SeasonFigure };

function SeasonCard({ title, head, bars, figure }: CardProps) {
  const { currency } = useMe().workspace;
  const { words, axis } = figureWords(figure, currency);
  return (
    <ChartCard
      title={title}
      note={mostWords(bars, words) ?? 'No payment in these two years.'}
      table={
        <table>
          <caption>
            {figure === 'payments' ? 'Payments' : 'Spend'} {title.toLowerCase()}
          </caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{figure === 'payments' ? 'Payments' : 'Spend'}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, name, value }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{figure === 'payments' ? axis(value) : words(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <SeasonBars bars={bars} words={words} axis={axis} />
    </ChartCard>
  );
}
