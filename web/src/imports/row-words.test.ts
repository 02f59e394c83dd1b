import { expect, test } from 'vitest';
import { rowWords } from './row-words.ts';

test.each([
  ['/rows/17/date', 'Not a day such as 1997-01-31', 'Row 17: date: Not a day such as 1997-01-31'],
  ['/rows/17/date', 'date is not a day', 'Row 17: date is not a day'],
  ['/body/rows/2/amount', 'Not an amount', 'Row 2: amount: Not an amount'],
  ['/rows/3', 'Has 2 columns instead of 3', 'Row 3: Has 2 columns instead of 3'],
  ['/columns', 'The column amount is missing', 'The column amount is missing'],
])('%s, "%s" reads "%s"', (pointer, detail, words) => {
  expect(rowWords({ pointer, detail })).toBe(words);
});
