import * as z from 'zod';

/** A field to sort by; with `-` before it from the highest down. */
export type Sort<Field extends string> = Field | `-${Field}`;

export const sortOf = <const Field extends string>(fields: readonly Field[], usual: Sort<NoInfer<Field>>) =>
  z.enum(fields.flatMap((field): Sort<Field>[] => [field, `-${field}`])).default(usual as never);

/** Several words of a closed set: an array in the browser, separated by commas on the wire. */
export const severalOf = <Word extends z.ZodType<string>>(word: Word) =>
  z.preprocess(
    (given: z.output<Word> | readonly z.output<Word>[]) => (typeof given === 'string' ? given.split(',') : given),
    z.array(word).min(1).max(20),
  );

/** Ids to look up at once: an array in the browser, separated by commas on the wire. */
export const idsUpTo = (most: number) =>
  z.preprocess(
    (given: string | readonly string[]) => (typeof given === 'string' ? given.split(',') : given),
    z.array(z.uuid()).min(1).max(most),
  );

/** Ids picked on a page by hand; who wants all that match picks none. */
export const Ids = idsUpTo(200).optional();

/** Beginnings of words, in any order. */
export const Search = z.string().trim().max(100).optional();

export const countQuery = <Filter extends z.ZodRawShape>(filter: z.ZodObject<Filter>) =>
  z.strictObject({ ...filter.shape, exact: z.literal('1').optional() });

/** How many a list holds. Capped: there are more than `countedTo`, and nobody asked for the exact number. */
export const Count = z.object({ count: z.int(), isCapped: z.boolean() }).meta({ id: 'Count' });
export type Count = z.infer<typeof Count>;
export const countedTo = 1000;
