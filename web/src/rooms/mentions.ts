type Named = { id: string; name: string };

/** What stands between an @ and the caret, and where the @ is; null when nobody is being named there. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || /[\p{L}\p{N}]/u.test(before[from - 1] ?? ' ')) return null;
  const query = before.slice(from + 1);
  // A name has a space in it, a sentence has more.
  return /^\S*( \S*)?$/u.test(query) && query.length <= 40 ? { from, query } : null;
}

/** Those whose name, or a word of it, begins with what was typed; a name that stands there in full is not asked for. */
export function matching<T extends Named>(people: readonly T[], query: string): T[] {
  const wanted = query.toLocaleLowerCase();
  if (people.some(({ name }) => name === query)) return [];
  return people
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      return lower.startsWith(wanted) || lower.split(/\s+/).some((word) => word.startsWith(wanted));
    })
    .slice(0, 6);
}

/** Puts the name in place of what was typed of it. */
export function withMention(text: string, caret: number, from: number, name: string): { text: string; caret: number } {
  const named = `@${name} `;
  return { text: text.slice(0, from) + named + text.slice(caret).trimStart(), caret: from + named.length };
}

/** The ids of those whom a text names. */
export const mentionsIn = (text: string, people: readonly Named[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
