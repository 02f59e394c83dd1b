import { expect, test } from 'vitest';
import { mayWrite } from './schema.ts';

test.each([
  [1, false],
  [2, true],
  [3, true],
  [4, false],
])('a program that writes version 3 and understands 2 may write where all is of version %i: %s', (stored, expected) => {
  expect(mayWrite({ version: 3, oldest: 2 }, stored)).toBe(expected);
});
