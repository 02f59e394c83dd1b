import { describe, expect, test } from 'vitest';
import { searchedTokens, tokensOf, wholeWordsOf } from './search.ts';

const ada = { name: "Ada O'Brien Ångström", email: 'ada.b@marlow-street.example', reference: '00042' };
const finds = (question: string): boolean => {
  const tokens = new Set(tokensOf(ada.name, ada.email, ada.reference));
  return searchedTokens(question).every((token) => tokens.has(token));
};

describe('something is found by', () => {
  test.each([
    'ada',
    'AD',
    "o'br",
    'brien',
    'angstrom',
    'Ång',
    'ada brien',
    'ada.b@mar',
    'marlow',
    'street',
    '000',
    '00042',
    '  ',
  ])('%j', (question) => expect(finds(question)).toBe(true));
});

describe('it is not found by', () => {
  test.each(['da', 'ada smith', '42', 'adab'])('%j', (question) => expect(finds(question)).toBe(false));
});

test('a very long word is searched by its first letters', () => {
  const long = 'x'.repeat(60);
  expect(searchedTokens(long)).toEqual(['x'.repeat(24)]);
  expect(tokensOf(long, null)).toHaveLength(24);
});

test.each([
  ['The ring, please!', ['the', 'ring', 'please']],
  ['Ring ring RING', ['ring']],
  ['Ångström', ['angstrom']],
  ['See ring.pdf', ['see', 'ring.pdf', 'ring', 'pdf']],
  ['戒指已经准备好了', ['戒指', '已经', '准备', '好了']],
  ['!!! — 🙂', []],
  ['', []],
])('the whole words of “%s”', (text, expected) => {
  expect(wholeWordsOf(text)).toEqual(expected);
});
