import * as z from 'zod';
import type { NamedColumn } from './column.ts';

/** A number typed into the address is text all the same. */
const Typed = z.union([z.string(), z.number().transform(String)]);

/** What every list keeps in the address: search, sort, and the columns that are hidden. */
export const listSearch = <Word extends string>(sort: z.ZodType<Word>) =>
  z.object({
    q: Typed.optional().catch(undefined),
    sort: sort.optional().catch(undefined),
    cols: Typed.optional().catch(undefined),
  });

/** A filter of several words, as `pending,paid`; words the list does not know are left out. */
export const severalWords = (word: z.ZodType<string>) =>
  Typed.transform((text) => text.split(',').filter((one) => word.safeParse(one).success))
    .transform((words) => (words.length > 0 ? words.join(',') : undefined))
    .optional()
    .catch(undefined);

/** The words behind the text in the address. */
export const wordsOf = <Word extends string>(word: z.ZodType<Word>, text: string | undefined): Word[] | undefined =>
  text?.split(',').map((one) => word.parse(one));

type Hideable = Pick<NamedColumn, 'id' | 'isExtra'>;

/** `cols=-email,login`: the minus says that one is hidden, and an extra one stands when it is named. */
export function hiddenIn(cols: string | undefined, columns: readonly Hideable[]): string[] {
  const words = (cols ?? '').split(',');
  return columns.flatMap(({ id, isExtra }) => (words.includes(isExtra ? id : `-${id}`) === !isExtra ? [id] : []));
}

/** Only what differs from the columns as they stand at first. */
export function colsOf(hidden: readonly string[], columns: readonly Hideable[]): string | undefined {
  const words = columns.flatMap(({ id, isExtra = false }) =>
    hidden.includes(id) === isExtra ? [] : [isExtra ? id : `-${id}`],
  );
  return words.length > 0 ? words.join(',') : undefined;
}
