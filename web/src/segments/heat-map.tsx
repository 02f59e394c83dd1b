import { Card, Group, Title, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import { cellsOf, heatOf, type Rectangle, rectangles } from './grid.ts';
import { GridTable } from './grid-table.tsx';
import classes from './heat-map.module.css';

const scores = [1, 2, 3, 4, 5];

/** How many customers stand where: recency to the right, frequency upwards, each segment one rectangle. */
export function HeatMap({ summary: { grid, counts } }: { summary: SegmentSummary }) {
  const fullest = Math.max(...grid.flat());
  const best = grid[4]?.[4] ?? 0;
  return (
    <Card component="section" aria-label="Recency x Frequency" className={classes.card}>
      <Group justify="space-between" mb="md">
        <Title order={2}>Recency x Frequency</Title>
        <span className={classes.legend} aria-hidden>
          fewer
          {scores.map((step) => (
            <i key={step} data-heat={step} />
          ))}
          more
        </span>
      </Group>
      <div className={classes.frame}>
        <span className={classes.up} aria-hidden>
          Frequency score →
        </span>
        <div className={classes.rows} aria-hidden>
          {scores.toReversed().map((score) => (
            <span key={score}>{score}</span>
          ))}
        </div>
        <div className={classes.map}>
          {rectangles.map((rectangle) => (
            <Area key={rectangle.segment} rectangle={rectangle} grid={grid} fullest={fullest} />
          ))}
        </div>
        <div className={classes.columns} aria-hidden>
          {scores.map((score) => (
            <span key={score}>{score}</span>
          ))}
        </div>
        <span className={classes.right} aria-hidden>
          Recency score, 5 is the most recent →
        </span>
      </div>
      <p className={classes.note}>
        VIP Customer is R = F = M = 5: {(counts['VIP Customer'] ?? 0).toLocaleString('en')} of the{' '}
        {best.toLocaleString('en')} in the top right cell.
      </p>
      <VisuallyHidden>
        <GridTable grid={grid} />
      </VisuallyHidden>
    </Card>
  );
}

type AreaProps = { rectangle: Rectangle; grid: SegmentSummary['grid']; fullest: number };

function Area({ rectangle, grid, fullest }: AreaProps) {
  const { segment, recency, frequency } = rectangle;
  const cells = cellsOf(rectangle).map((cell) => ({
    ...cell,
    count: grid[cell.recency - 1]?.[cell.frequency - 1] ?? 0,
  }));
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  return (
    <Link
      to="/segments"
      search={{ segment }}
      className={classes.area}
      style={{
        gridColumn: `${recency.from} / ${recency.to + 1}`,
        gridRow: `${6 - frequency.to} / ${7 - frequency.from}`,
        gridTemplateColumns: `repeat(${recency.to - recency.from + 1}, minmax(0, 1fr))`,
      }}
    >
      <span className={classes.name}>
        {segment}
        <VisuallyHidden>: {total.toLocaleString('en')} customers</VisuallyHidden>
      </span>
      {cells.map(({ recency, frequency, count }) => (
        <span key={`${recency}x${frequency}`} className={classes.cell} aria-hidden data-heat={heatOf(count, fullest)}>
          {count.toLocaleString('en')}
        </span>
      ))}
    </Link>
  );
}
