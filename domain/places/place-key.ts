import { fold } from '#domain/kernel/search.ts';

/** Letters without an accent to take away, as those write them who have no such key. */
const plain: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** What names of places are found by: without case, accents, apostrophes and hyphens. */
export const placeKey = (text: string): string =>
  fold(text)
    .replace(/[øłđðþßæœı]/g, (letter) => plain[letter]!)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
