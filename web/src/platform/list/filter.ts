/** One filter of a list: the server's name for it, and what it may be. */
export type Filter = {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** More than one at a time. */
  several?: boolean;
};

export const chosenOf = ({ id }: Filter, search: Record<string, string | undefined>): string[] =>
  search[id]?.split(',') ?? [];

export const labelOf = ({ options }: Filter, value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** “sapphire” and Pending or Failed. */
export function wordsOfFilters(
  q: string | undefined,
  filters: readonly Filter[],
  search: Record<string, string | undefined>,
) {
  const chosen = filters
    .map((filter) => chosenOf(filter, search).map((value) => labelOf(filter, value)))
    .filter((labels) => labels.length > 0)
    .map((labels) => labels.join(' or '));
  return [...(q ? [`“${q}”`] : []), ...chosen].join(' and ');
}
