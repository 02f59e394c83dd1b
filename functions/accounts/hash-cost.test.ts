import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword } from './engine.ts';

const password = 'correct horse battery';

test('ASVS 11.4.2 a password is hashed by scrypt with N 16384 and r 16, each time with another salt', async () => {
  const [salt = '', key] = (await hashPassword(password)).split(':');
  const derived = scryptSync(password, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 });
  expect(key).toBe(derived.toString('hex'));
  expect(await hashPassword(password)).not.toContain(salt);
});
