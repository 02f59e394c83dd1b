import { useId } from 'react';
import type { Group } from '#domain/groups/group.ts';
import { customersWords, shareWords } from './group-words.ts';
import { type Plot, size } from './plot.ts';
import classes from './groups.module.css';

type Props = { group: Group; plot: Plot; isMember: (point: number) => boolean };

/** One group among all others: more than three colours would tell nobody apart. */
export function GroupPlot({ group, plot, isMember }: Props) {
  const id = useId();
  const { points, across, up } = plot;
  return (
    <figure className={classes.plot} aria-labelledby={id}>
      <figcaption id={id}>
        <strong>{group.name}</strong>
        <span>
          {customersWords(group.customers)}, {shareWords(group.share)}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
        {up.map(({ at, label }) => (
          <g key={label}>
            <line x1={40} x2={size.width} y1={at} y2={at} className={classes.grid} />
            <text x={34} y={at} className={classes.up}>
              {label}
            </text>
          </g>
        ))}
        {across.map(({ at, label }) => (
          <g key={label}>
            <line x1={at} x2={at} y1={0} y2={164} className={classes.grid} />
            <text x={at} y={178} className={classes.across}>
              {label}
            </text>
          </g>
        ))}
        <path d={dots(points.filter((_, at) => !isMember(at)))} className={classes.others} />
        <path d={dots(points.filter((_, at) => isMember(at)))} className={classes.members} />
      </svg>
    </figure>
  );
}

/** One path for all dots, each a line of no length with round ends: hundreds of elements less. */
const dots = (points: Plot['points']): string =>
  points.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');
