import * as z from 'zod';

export const DecimalMark = z.enum(['.', ',']);
export type DecimalMark = z.infer<typeof DecimalMark>;

const shape = {
  '.': /^(-?)(\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(\.\d+)?$/,
  ',': /^(-?)(\d{1,3}(?:[.' \u00a0\u202f]\d{3})+|\d+)(,\d+)?$/,
} as const satisfies Record<DecimalMark, RegExp>;

/** "1.234,50" with a decimal comma is "1234.50"; null when the text is no number. */
export function plainNumber(text: string, mark: DecimalMark): string | null {
  const parts = shape[mark].exec(text);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = ''] = parts;
  return `${sign}${whole.replace(/\D/g, '')}${fraction.replace(',', '.')}`;
}

/** The mark under which more of a column are numbers with sensible decimals; `usual` when both fit. */
export function guessDecimalMark(texts: readonly string[], usual: DecimalMark): DecimalMark {
  const asPoint = texts.filter((text) => plainNumber(text, '.') !== null).length;
  const asComma = texts.filter((text) => plainNumber(text, ',') !== null).length;
  if (asPoint === asComma) return usual;
  return asPoint > asComma ? '.' : ',';
}
