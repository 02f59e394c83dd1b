import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which letters each part of Inter holds, as its package tells. The first part that has a letter draws it. */
const parts = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;
export type Part = keyof typeof parts;
export type Weight = 400 | 600;

/** Letters of one part, in the order they are written. */
export type Run = { part: Part; text: string };

const rangesOf = (text: string): { first: number; last: number }[] =>
  text.split(',').map((range) => {
    const [first = '', last = first] = range.slice('U+'.length).split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
  });
const ranges = Object.entries(parts).map(([part, text]) => ({ part: part as Part, ranges: rangesOf(text) }));

const partOf = (sign: string): Part | undefined => {
  const code = sign.codePointAt(0) ?? -1;
  return ranges.find((one) => one.ranges.some(({ first, last }) => code >= first && code <= last))?.part;
};

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Every font draws an empty box for it. */
const box: Run = { part: 'latin', text: '\uFFFD' };

/** A letter as people see it. An accent that cannot be joined to it is left out; what no part has is a box. */
function drawn(letter: string): Run {
  const [first = '', ...signs] = letter.replaceAll(invisible, '');
  const part = partOf(first);
  if (!part) return first ? box : { part: 'latin', text: '' };
  return { part, text: signs.every((sign) => partOf(sign) === part) ? first + signs.join('') : first };
}

const invisible = /[\p{Cc}\p{Cf}]/gu;

/** Spaces and hyphens of every width are those that the fonts have. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\u2010\u2011]/g, '-');

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { segment } of letters.segment(plain(text))) {
    const { part, text: letter } = drawn(segment);
    const last = runs.at(-1);
    if (last?.part === part) last.text += letter;
    else runs.push({ part, text: letter });
  }
  return runs;
}

/** One letter each, for a word that is longer than its line. */
export const lettersOf = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment);

const fonts = new Map<string, Promise<Buffer>>();
/** The bundle has the fonts beside it, as this file has. */
const read = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, 'fonts', `inter-${name}-normal.woff`));

/** The font file; read once. */
export function fontOf(part: Part, weight: Weight): Promise<Buffer> {
  const name = `${part}-${weight}`;
  const font = fonts.get(name) ?? read(name);
  fonts.set(name, font);
  return font;
}

export const everyFont = (Object.keys(parts) as Part[]).flatMap((part) =>
  ([400, 600] as const).map((weight) => ({ part, weight, name: `${part}-${weight}` })),
);
