import { container } from './cosmos.ts';
import { pointsIn } from './points-in.ts';

export type { Point, Points } from './points-in.ts';

/** The container `accounts`: what belongs to no business, or to several. */
export const points = pointsIn(container('accounts'));
