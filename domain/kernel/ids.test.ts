import { expect, test } from 'vitest';
import { Id, uuidv7 } from './ids.ts';

test('an id made later sorts later', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now) => uuidv7(now));
  expect(ids.toSorted()).toEqual(ids);
});

test('an id is a UUID of version 7 and never the same twice', () => {
  const [one, other] = [uuidv7(1_700_000_000_000), uuidv7(1_700_000_000_000)];
  expect(Id.safeParse(one).success).toBe(true);
  expect(one[14]).toBe('7');
  expect(one).not.toBe(other);
});
