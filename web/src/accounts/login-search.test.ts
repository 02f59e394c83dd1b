import { expect, test } from 'vitest';
import { LoginSearch } from './accounts.routes.tsx';

test.each(['/home', '/users?tab=members', '/tasks/0199-a#last', '/customers?q=%C3%85se'])(
  '%s is kept as the wish',
  (next) => {
    expect(LoginSearch.parse({ next })).toEqual({ next });
  },
);

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/home\\..\\..',
  'javascript:alert(1)',
  'home',
  '',
  7,
  ['/home'],
])('%j leads nowhere', (next) => {
  expect(LoginSearch.parse({ next })).toEqual({ next: undefined });
});
