import { segmentRoutes } from '#domain/segments/routes.ts';
import { SegmentSort } from '#domain/segments/list.ts';
import { segmentsOf, Tier } from '#domain/segments/segment.ts';
import { first, paged, type Shape, sorts, turning } from './shapes.ts';

const { customers, count, summary } = segmentRoutes;
const segments = turning(segmentsOf('eleven'));
const scores = turning(['1', '2', '3', '4', '5']);
/** All 25 of the heat map, one after another. */
const cell = (turn: number) => ({ recency: scores(turn), frequency: scores(Math.floor(turn / 5)) });

/** What the page of segments asks: any segment, cell and tier in any order. */
export const segmentShapes: Shape[] = [
  first('segments counted for the cards', summary, () => ({})),
  ...sorts(SegmentSort).flatMap((sort) => [
    paged(`all who paid, by ${sort}`, customers, { sort }),
    first(`a segment, by ${sort}`, customers, (turn) => ({ segment: segments(turn), sort })),
    first(`a cell, by ${sort}`, customers, (turn) => ({ ...cell(turn), sort })),
    first(`a tier, by ${sort}`, customers, (turn) => ({ tier: turning(Tier.options)(turn), sort })),
  ]),
  ...segmentsOf('eleven').map((segment) => paged(`${segment}, page by page`, customers, { segment })),
  first('a segment of a tier', customers, (turn) => ({ segment: segments(turn), tier: 'high' })),
  first('a segment searched', customers, (turn) => ({ segment: segments(turn), q: 'ada' })),
  first('a segment counted', count, (turn) => ({ segment: segments(turn) })),
  first('a cell counted', count, cell),
];
