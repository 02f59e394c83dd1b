import { type Row, seqOf } from './runs.ts';

export type Block = { number: number; rows: Row[] };

const inBlock = 100;

/** By the seq and not by the place in the log: older messages that come in above leave the blocks below as they are. */
export const blockOf = (seq: number): number => Math.floor(seq / inBlock);

/** The rows in blocks: of what is far away there is one thing in the page, and not a hundred. A day stands with its first. */
export function blocksOf(rows: readonly Row[]): Block[] {
  const blocks: Block[] = [];
  let ahead: Row[] = [];
  for (const row of rows) {
    ahead.push(row);
    const seq = seqOf(row);
    if (seq === undefined) continue;
    const last = blocks.at(-1);
    if (last?.number === blockOf(seq)) last.rows.push(...ahead);
    else blocks.push({ number: blockOf(seq), rows: ahead });
    ahead = [];
  }
  return blocks;
}
