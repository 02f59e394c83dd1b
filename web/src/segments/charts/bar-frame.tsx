import type { ReactNode, Ref } from 'react';
import classes from './bar-frame.module.css';

type Props = {
  /** From 0 up, in equal steps. */
  ticks: readonly number[];
  words: (tick: number) => string;
  plotRef?: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** The figures at the left and their lines behind the bars: two cells of the grid that a chart is. */
export function BarFrame({ ticks, words, plotRef, children }: Props) {
  const top = ticks.at(-1)!;
  return (
    <>
      <div className={classes.ticks}>
        {ticks.toReversed().map((tick) => (
          <span key={tick}>{words(tick)}</span>
        ))}
      </div>
      <div className={classes.plot} {...(plotRef && { ref: plotRef })}>
        {ticks.map((tick) => (
          <i key={tick} className={classes.line} style={{ bottom: `${(100 * tick) / top}%` }} />
        ))}
        {children}
      </div>
    </>
  );
}
