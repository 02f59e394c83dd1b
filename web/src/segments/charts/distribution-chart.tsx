import { useElementSize } from '@mantine/hooks';
import type { Distribution } from '#domain/segments/distribution.ts';
import { BarFrame } from './bar-frame.tsx';
import {
  barWords,
  cutsBetween,
  labelLines,
  measureFaces,
  scoreSpans,
  ticksOf,
  valueWords,
} from './distribution-words.ts';
import classes from './distribution.module.css';

type Props = { distribution: Distribution; currency: string };

const labelWidth = 62;

/** Bars that take the step of their score, and the cuts as lines of ink; the table beside it says the same. */
export function DistributionChart({ distribution, currency }: Props) {
  const { ref, width } = useElementSize();
  const { measure, bars, customers } = distribution;
  const ticks = ticksOf(Math.max(...bars.map(({ count }) => count)));
  const top = ticks.at(-1)!;
  const cuts = cutsBetween(distribution);
  const lines = labelLines(
    cuts.map(({ at }) => at / bars.length),
    labelWidth / (width || 500),
  );
  const isPercent = (at: number) => `${(100 * at) / bars.length}%`;
  return (
    <div className={classes.frame} aria-hidden style={{ '--label-lines': Math.max(0, ...lines) + 1 }}>
      <div className={classes.scores}>
        {scoreSpans(bars).map(({ score, from, to }) => (
          <span key={from} style={{ left: isPercent((from + to) / 2) }}>
            {score}
          </span>
        ))}
      </div>
      <BarFrame ticks={ticks} words={(tick) => tick.toLocaleString('en')} plotRef={ref}>
        {bars.map((bar, at) => (
          <span
            key={bar.from}
            className={classes.bar}
            title={`${barWords(measure, bar, at === bars.length - 1, currency)}: ${bar.count.toLocaleString('en')} customers, score ${bar.score}`}
          >
            <i data-score={bar.score} style={{ height: `${(100 * bar.count) / top}%` }} />
          </span>
        ))}
        {cuts.map(({ at, value }, index) => (
          <span key={at} className={classes.cut} data-edge={edgeOf(at / bars.length)} style={{ left: isPercent(at) }}>
            <span style={{ '--label-line': lines[index] }}>{valueWords(measure, value, currency)}</span>
          </span>
        ))}
      </BarFrame>
      <div className={classes.axis}>
        <span>{measureFaces[measure].axis}</span>
        <span>{customers.toLocaleString('en')} customers</span>
      </div>
    </div>
  );
}

/** At either end a label would stand over the edge of the card. */
function edgeOf(place: number): 'left' | 'right' | undefined {
  if (place < 0.08) return 'left';
  return place > 0.92 ? 'right' : undefined;
}
