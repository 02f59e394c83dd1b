import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Watch } from './use-near-view.ts';
import classes from './log.module.css';

type Props = { seq: number | undefined; isNearAtFirst: boolean; watch: Watch; children: () => ReactNode };

/** A row that is made when it comes near the view: of ten thousand messages a reader sees twenty. */
export function LazyRow({ seq, isNearAtFirst, watch, children }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(isNearAtFirst);
  useEffect(() => (isNear || !row.current ? undefined : watch(row.current, () => setIsNear(true))), [isNear, watch]);
  return (
    <div ref={row} data-row={seq} className={classes.row}>
      {isNear && children()}
    </div>
  );
}
