import * as z from 'zod';

export const Score = z.int().min(1).max(5);
/** Population is null for who has no place: left out, not guessed. */
export const Scores = z.object({ recency: Score, frequency: Score, monetary: Score, population: Score.nullable() });
export type Scores = z.infer<typeof Scores>;

export const ScoreName = z.enum(['recency', 'frequency', 'monetary', 'population']);
export type ScoreName = z.infer<typeof ScoreName>;
