import { BarFrame } from '#web/segments/charts/bar-frame.tsx';
import { ticksOf } from '#web/segments/charts/distribution-words.ts';
import classes from './seasons.module.css';

export type Bar = { key: number; short: string; name: string; value: number };

type Props = {
  bars: readonly Bar[];
  /** A figure in full, and as short as an axis wants it. */
  words: (value: number) => string;
  axis: (value: number) => string;
};

/** One bar a month or weekday, the fullest in ink; the table beside it says the same. */
export function SeasonBars({ bars, words, axis }: Props) {
  const most = Math.max(...bars.map(({ value }) => value));
  const ticks = ticksOf(most);
  const top = ticks.at(-1)!;
  return (
    <div className={classes.frame} aria-hidden>
      <BarFrame ticks={ticks} words={axis}>
        {bars.map(({ key, name, value }) => (
          <span key={key} className={classes.bar} title={`${name}: ${words(value)}`}>
            <i data-most={value === most || undefined} style={{ height: `${(100 * value) / top}%` }} />
          </span>
        ))}
      </BarFrame>
      <div className={classes.names}>
        {bars.map(({ key, short }) => (
          <span key={key}>{short}</span>
        ))}
      </div>
    </div>
  );
}
