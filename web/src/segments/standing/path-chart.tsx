import { useElementSize } from '@mantine/hooks';
import type { PathStep } from '#domain/segments/explain.ts';
import { bottom, frame, pathLine, yOf } from './path-line.ts';
import classes from './customer-path.module.css';

type Props = { steps: readonly [PathStep, ...PathStep[]]; today: string; from: string };

/** Drawn in the pixels there are, so that its words stay as large as all others. */
export function PathChart({ steps, today, from }: Props) {
  const { ref, width } = useElementSize();
  const { d, start, marks } = pathLine(steps, today, Math.max(width, 200));
  const last = steps.at(-1)!;
  return (
    <div ref={ref} className={classes.chart}>
      <svg
        width="100%"
        height={frame.height}
        role="img"
        aria-label={`Recency score from ${steps[0].recency} on ${from} to ${last.recency} today`}
      >
        {[5, 4, 3, 2, 1].map((score) => (
          <g key={score}>
            <text x="12" y={yOf(score) + 4} textAnchor="end">
              {score}
            </text>
            <path d={`M${frame.left} ${yOf(score)}H${width}`} className={classes.grid} />
          </g>
        ))}
        {marks.map(({ x, name }) => (
          <g key={x}>
            <path d={`M${x} 2V${bottom}`} className={classes.mark} />
            <text x={x + 4} y="12" className={classes.name}>
              {name}
            </text>
          </g>
        ))}
        <path d={d} className={classes.line} />
        <circle cx={start.x} cy={start.y} r="3.5" className={classes.dot} />
        <text x={frame.left} y={bottom + 18}>
          {from}
        </text>
        <text x={width} y={bottom + 18} textAnchor="end">
          Today
        </text>
      </svg>
    </div>
  );
}
