/** A word such as "Last 30 days", or days from and to. */
export type Days<Word extends string = string> = {
  word?: Word | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
export type Words<Word extends string = string> = readonly { value: Word; label: string }[];

/** What is chosen, in words; undefined: nothing. */
export function daysWords(
  { word, from, to }: Days,
  { words, dayWord }: { words: Words; dayWord: (day: string) => string },
): string | undefined {
  if (word) return words.find(({ value }) => value === word)?.label;
  if (from && to) return `${dayWord(from)} – ${dayWord(to)}`;
  if (from) return `from ${dayWord(from)}`;
  return to && `until ${dayWord(to)}`;
}
