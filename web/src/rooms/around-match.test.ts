import { expect, test } from 'vitest';
import { aroundMatch } from './around-match.ts';

test.each([
  ['The ring is ready', 'ring', ['The ', 'ring', ' is ready']],
  ['The RING is ready', 'ring', ['The ', 'RING', ' is ready']],
  ['Nothing of it', 'ring', ['Nothing of it', '', '']],
  ['It costs $240 (net)', '(net', ['It costs $240 ', '(net', ')']],
  ['The claw is worn thin and has to be mended: the ring waits', 'ring', ['… mended: the ', 'ring', ' waits']],
])('“%s” searched for “%s”', (text, q, [before, match, after]) => {
  expect(aroundMatch(text, q)).toEqual({ before, match, after });
});
