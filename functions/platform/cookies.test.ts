import { expect, test } from 'vitest';
import { sessionTokenIn } from './cookies.ts';

test.each([
  [null, null],
  ['session=abc', 'abc'],
  ['theme=dark; session=abc; other=1', 'abc'],
  ['xsession=abc', null],
  ['session=', null],
])('in the header %j the session is %j', (cookie, token) => {
  expect(sessionTokenIn(new Headers(cookie === null ? {} : { cookie }))).toBe(token);
});
