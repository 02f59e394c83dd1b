import { expect, test } from 'vitest';
import { type ProblemError, problems } from '#domain/kernel/problem.ts';
import { mayTryAgain, waitBefore } from './queries.ts';

test.each<[string, ProblemError, boolean]>([
  ['a request that came too fast', problems.tooFast(1), true],
  ['a service that is busy for a moment', problems.busy(10), true],
  ['ten minutes of too many tries', problems.tooManyTries(600), false],
  ['what is not there', problems.notFound('The task'), false],
])('F043 %s is tried again by itself: %s', (_, problem, expected) => {
  expect(mayTryAgain(0, problem)).toBe(expected);
});

test('F043 a page asks again when the server said it may, and three times at most', () => {
  expect([0, 1].map((failures) => waitBefore(failures, problems.tooFast(1)))).toEqual([1000, 2000]);
  expect(waitBefore(0, problems.busy(7))).toBe(7000);
  expect(mayTryAgain(2, problems.tooFast(1))).toBe(false);
});
