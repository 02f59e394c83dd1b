import { expect, test } from 'vitest';
import { sessionTokenIn } from './cookies.ts';

test.each([
  [null, null],
  ['__Host-session=abc', 'abc'],
  ['theme=dark; __Host-session=abc; other=1', 'abc'],
  ['x__Host-session=abc', null],
  ['session=abc', null],
  ['__Host-session=', null],
])('in the header %j the session is %j', (cookie, token) => {
  expect(sessionTokenIn(new Headers(cookie === null ? {} : { cookie }))).toBe(token);
});
