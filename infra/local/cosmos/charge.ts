import type { Container } from './containers.ts';

/*
 * A simple model of request units, near the published prices: a point read of 1 KB is 1, a write of 1 KB is 5
 * and a little for each indexed path, a query begins at 2.5. It tells cheap from dear; it is not an invoice.
 */
const kilobytes = (length: number): number => Math.max(1, Math.ceil(length / 1024));
const rounded = (charge: number): number => Math.round(charge * 100) / 100;

export const readCharge = (length: number): number => kilobytes(length);

export function writeCharge({ tables: { layout } }: Container, length: number): number {
  const paths = layout.columns.length + layout.composites.length + layout.arrays.length;
  return rounded(5 + 0.1 * paths + (kilobytes(length) - 1));
}

export const queryCharge = (documentsRead: number, length: number): number =>
  rounded(2.5 + 0.05 * documentsRead + 0.02 * kilobytes(length));

export const feedCharge = (documents: number, length: number): number =>
  rounded(1 + 0.02 * documents + 0.1 * kilobytes(length));
