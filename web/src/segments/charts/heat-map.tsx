import { Link } from '@tanstack/react-router';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import { ChartCard } from './chart-card.tsx';
import { cellsOf, heatOf, type Rectangle, rectanglesOf } from './grid.ts';
import { GridTable } from './grid-table.tsx';
import type { SegmentsSearch } from '#web/segments/segments.routes.tsx';
import { choice, withCell } from '#web/segments/segments-search.ts';
import classes from './heat-map.module.css';

const scores = [1, 2, 3, 4, 5];
const legend = (
  <span className={classes.legend} aria-hidden>
    fewer
    {scores.map((step) => (
      <i key={step} data-heat={step} />
    ))}
    more
  </span>
);

type Props = { summary: SegmentSummary; chosen: SegmentsSearch };

/** How many customers stand where: recency to the right, frequency upwards; each cell shows its customers below. */
export function HeatMap({ summary: { grid, counts, scheme }, chosen }: Props) {
  const fullest = Math.max(...grid.flat());
  return (
    <ChartCard
      title="Recency x Frequency"
      aside={legend}
      note={scheme === 'eleven' && <VipNote counts={counts} grid={grid} />}
      table={<GridTable grid={grid} />}
    >
      <div className={classes.frame}>
        <span className={classes.up} aria-hidden>
          Frequency score →
        </span>
        <div className={classes.rows} aria-hidden>
          {scores.toReversed().map((score) => (
            <span key={score}>{score}</span>
          ))}
        </div>
        <nav className={classes.map} aria-label="Recency x Frequency">
          {rectanglesOf(scheme).map((rectangle) => (
            <Area key={rectangle.segment} {...{ rectangle, grid, fullest, chosen }} />
          ))}
        </nav>
        <div className={classes.columns} aria-hidden>
          {scores.map((score) => (
            <span key={score}>{score}</span>
          ))}
        </div>
        <span className={classes.right} aria-hidden>
          Recency score, 5 is the most recent →
        </span>
      </div>
    </ChartCard>
  );
}

const VipNote = ({ counts, grid }: Pick<SegmentSummary, 'counts' | 'grid'>) => (
  <>
    VIP Customer is R = F = M = 5: {(counts['VIP Customer'] ?? 0).toLocaleString('en')} of the{' '}
    {(grid[4]?.[4] ?? 0).toLocaleString('en')} in the top right cell.
  </>
);

type AreaProps = { rectangle: Rectangle; grid: SegmentSummary['grid']; fullest: number; chosen: SegmentsSearch };

function Area({ rectangle, grid, fullest, chosen }: AreaProps) {
  const { segment, recency, frequency } = rectangle;
  return (
    <div
      className={classes.area}
      data-chosen={(segment !== null && chosen.segment === segment) || undefined}
      style={{
        gridColumn: `${recency[0]} / ${recency[1] + 1}`,
        gridRow: `${6 - frequency[1]} / ${7 - frequency[0]}`,
        gridTemplateColumns: `repeat(${recency[1] - recency[0] + 1}, minmax(0, 1fr))`,
      }}
    >
      {segment && (
        <span className={classes.name} aria-hidden>
          {segment}
        </span>
      )}
      {cellsOf(rectangle).map((cell) => (
        <Cell
          key={`${cell.recency}x${cell.frequency}`}
          cell={cell}
          segment={segment}
          count={grid[cell.recency - 1]?.[cell.frequency - 1] ?? 0}
          fullest={fullest}
          isChosen={chosen.recency === cell.recency && chosen.frequency === cell.frequency}
        />
      ))}
    </div>
  );
}

type CellProps = Pick<Rectangle, 'segment'> & {
  cell: { recency: number; frequency: number };
  count: number;
  fullest: number;
  isChosen: boolean;
};

/** A second click on the chosen one shows all again; there is nobody to show in an empty one. */
function Cell({ cell, segment, count, fullest, isChosen }: CellProps) {
  const face = { className: classes.cell, 'data-heat': heatOf(count, fullest) };
  if (count === 0 && !isChosen) return <span {...face}>0</span>;
  const words = [`Recency ${cell.recency}`, `frequency ${cell.frequency}`, ...(segment ? [segment] : [])].join(', ');
  return (
    <Link
      {...face}
      {...choice}
      search={withCell(isChosen ? undefined : cell)}
      aria-label={`${words}: ${count.toLocaleString('en')} customers`}
      aria-current={isChosen || undefined}
    >
      {count.toLocaleString('en')}
    </Link>
  );
}
