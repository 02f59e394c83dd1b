import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { weaknessOf } from './password-rules.ts';

const list = commonPasswords.trim().split('\n');

test('ASVS 6.2.4 the list holds ten thousand different passwords of allowed length', () => {
  expect(new Set(list).size).toBe(10_000);
  expect(list.filter((password) => password.length < 8 || password.length > 128)).toEqual([]);
});

test.each(['password', 'Password', 'TRUSTNO1', '12345678', 'iloveyou', list.at(-1)!])(
  'ASVS 6.2.12 "%s" is refused as common',
  (password) => {
    expect(weaknessOf(password)).toContain('most common');
  },
);

describe('ASVS 6.2.11 what others know of the person is refused', () => {
  const context = { email: 'dipika.sarraf84@example.com', name: 'Dipika Sarraf', businessName: 'Oslo Gold & Silver' };
  test.each([
    ['dipika1984', true],
    ['Sarraf!!2026', true],
    ['dipikasarraf', true],
    ['DipikaDipika', true],
    ['dipika.sarraf84', true],
    ['OsloGoldSilver', true],
    ['silver-1234', true],
    ['StarOne2026', true],
    ['dipika likes rain', false],
    ['gold for the queen', false],
    ['1984-1984-84', false],
    ['correct horse battery', false],
  ])('"%s": %s', (password, isRefused) => {
    expect(weaknessOf(password, context) !== null).toBe(isRefused);
  });
});

test.each(['aB3$xY9!', 'x'.repeat(128), 'ผ้าไหมสีฟ้าอ่อน', 'lower case words only', '🙂🙃🙂🙃🙂🙃🙂🙃'])(
  'ASVS 6.2.5 6.2.8 any mixture of characters will do: "%s"',
  (password) => {
    expect(weaknessOf(password)).toBeNull();
  },
);
