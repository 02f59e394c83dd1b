import * as z from 'zod';

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

/** `cols=-email,-created`: the minus says that they are hidden. */
export const hiddenIn = (cols: string | undefined): string[] =>
  (cols ?? '').split(',').flatMap((id) => (id.startsWith('-') ? [id.slice(1)] : []));

export const colsOf = (hidden: readonly string[]): string | undefined =>
  hidden.length > 0 ? hidden.map((id) => `-${id}`).join(',') : undefined;
