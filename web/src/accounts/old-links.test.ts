import { expect, test } from 'vitest';
import { newPlaceOf } from './old-links.ts';

test.each([
  ['/login', '/login'],
  ['/signup', '/open'],
  ['/forgot-password', '/reset'],
  ['/forgot-password/', '/reset'],
  ['/', '/home'],
  ['/update/0193f0a0', '/users/0193f0a0'],
  ['/payment-admin', '/payments'],
  ['', null],
  ['features', null],
  ['/nowhere', null],
  ['//evil.example', null],
  ['/constructor', null],
])('F390 the old link "#%s" leads to %j', (hash, place) => {
  expect(newPlaceOf(hash)).toBe(place);
});
