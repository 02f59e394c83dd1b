const leadIn = 24;

/** A text cut so that the first of the words stands near its beginning; without a match it is the text. */
export function aroundMatch(text: string, q: string): { before: string; match: string; after: string } {
  const words = q
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const found = new RegExp(words.join('|'), 'iu').exec(text);
  if (!found || found[0] === '') return { before: text, match: '', after: '' };
  const start = found.index > leadIn ? text.lastIndexOf(' ', found.index - leadIn / 2) + 1 : 0;
  return {
    before: (start > 0 ? '… ' : '') + text.slice(start, found.index),
    match: found[0],
    after: text.slice(found.index + found[0].length),
  };
}
