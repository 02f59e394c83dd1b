const longest = 24;

/** Without case and accents, so that "Ångström" is found by "angstrom". */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean);
const cut = (word: string): string => Array.from(word).slice(0, longest).join('');

/** Every beginning of every word, so that a search by prefix is one look-up in an index. */
export function tokensOf(...texts: (string | null | undefined)[]): string[] {
  const whole = wordsOf(texts.join(' '));
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  return [...new Set([...whole, ...parts].flatMap(beginnings))];
}

function beginnings(word: string): string[] {
  const letters = Array.from(word).slice(0, longest);
  return letters.map((_, last) => letters.slice(0, last + 1).join(''));
}

/** Found is what has, for each word of the question, a word that begins so; words after the eighth are not looked at. */
export const searchedTokens = (question: string): string[] => [...new Set(wordsOf(question).slice(0, 8).map(cut))];

/** Finds words also where the script puts no space between them. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The words of longer texts, each once and whole: the beginnings of all would be longer than what is stored. `ring.pdf`
 * is found by each of its parts too.
 */
export function wholeWordsOf(...texts: string[]): string[] {
  const segments = texts.flatMap((text) => [...segmenter.segment(text)]);
  const whole = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => fold(segment));
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts].map(cut))].filter(Boolean);
}
