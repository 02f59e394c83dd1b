import type { ReactNode } from 'react';
import classes from './tiles.module.css';

type Props = { label: string; tiles: readonly { label: string; value: ReactNode }[]; isStale?: boolean };

/** A few figures in one frame, each under its name. */
export const Tiles = ({ label, tiles, isStale = false }: Props) => (
  <dl className={classes.tiles} aria-label={label} data-stale={isStale || undefined}>
    {tiles.map((tile) => (
      <div key={tile.label}>
        <dt>{tile.label}</dt>
        <dd>{tile.value}</dd>
      </div>
    ))}
  </dl>
);
