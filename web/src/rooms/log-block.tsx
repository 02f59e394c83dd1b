import { memo, useEffect, useRef, useState } from 'react';
import type { Block } from './blocks.ts';
import { LogRow } from './log-row.tsx';
import { isSameRow } from './runs.ts';
import type { Watch } from './use-near-view.ts';

/** About the height of a row. */
const rowPx = 48;

type Props = {
  block: Block;
  memberId: string;
  /** The newest that was read, when it stands in this block. */
  read: { key: string; at: string } | undefined;
  /** How many of its last rows are in view when the log opens. */
  nearAtFirst: number;
  watch: Watch;
  onNewSeen: () => void;
};

/** With every message all rows are made anew: only the block that says something else is looked into. */
const isSame = (a: Props, b: Props): boolean =>
  a.block.rows.length === b.block.rows.length &&
  a.block.rows.every((row, at) => isSameRow(row, b.block.rows[at]!)) &&
  a.memberId === b.memberId &&
  a.read?.key === b.read?.key &&
  a.read?.at === b.read?.at &&
  a.watch === b.watch;

/** A block of rows that is made when it comes near the view, and holds their place until then. */
export const LogBlock = memo(({ block, memberId, read, nearAtFirst, watch, onNewSeen }: Props) => {
  const { number, rows } = block;
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(nearAtFirst > 0);
  useEffect(() => (place.current ? watch(place.current, () => setIsNear(true)) : undefined), [isNear, watch]);

  if (!isNear) return <div ref={place} data-block={number} style={{ height: rows.length * rowPx }} />;
  return rows.map((row, at) => (
    <LogRow
      key={row.key}
      row={row}
      memberId={memberId}
      readAt={row.key === read?.key ? read.at : null}
      isNearAtFirst={at >= rows.length - nearAtFirst}
      watch={watch}
      onNewSeen={onNewSeen}
    />
  ));
}, isSame);
