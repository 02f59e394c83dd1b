import { expect, test } from 'vitest';
import { migrations } from './migrations.ts';
import { schema } from './schema.ts';

test('every migration has a name of its own and leads to a version that this program writes', () => {
  expect(new Set(migrations.map(({ id }) => id)).size).toBe(migrations.length);
  for (const { to } of migrations) {
    expect(to).toBeGreaterThan(1);
    expect(to).toBeLessThanOrEqual(schema.version);
  }
});
