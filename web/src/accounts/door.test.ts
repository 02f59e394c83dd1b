import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { makeRouter, needsSession } from '#web/router.tsx';
import { doorAt, isOpenToAll } from './door.ts';

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

describe('who is there is asked ahead for the pages behind the sign-in, and for no other', () => {
  const router = makeRouter(new QueryClient());
  const paths = Object.keys(router.routesByPath).map((path) => path.replace(/\$\w+/g, 'a'));

  test.each(paths)('%s', (path) => {
    expect(isOpenToAll(path)).toBe(!needsSession(router, path));
  });
});
