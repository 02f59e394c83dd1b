import { expect, test } from 'vitest';
import { doorAt } from './door.ts';

test.each([
  ['/login', ''],
  ['/login/', ''],
  ['/w/marlow-street/login', 'marlow-street'],
  ['/', null],
  ['/w/marlow-street/signup', null],
  ['/w/marlow-street/login/more', null],
  ['/w/a/b/login', null],
  ['/logins', null],
])('the door at %s is of %j', (pathname, slug) => {
  expect(doorAt(pathname)).toBe(slug);
});
