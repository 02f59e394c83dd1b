import { describe, expect, test } from 'vitest';
import { Age, JoiningRole, Password, Slug, slugOf } from './account.ts';

test.each([
  ['Oslo Gold & Silver', 'oslo-gold-silver'],
  ['  Café Zürich!  ', 'cafe-zurich'],
  ['A', 'a'],
  ['---', ''],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('the address of "%s" is "%s"', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each([
  ['abc', true],
  [' Acme-Jewellers ', true],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['ab', false],
  ['-abc', false],
  ['abc-', false],
  ['a_c', false],
  ['../x', false],
])('"%s" can be an address: %s', (slug, isGood) => {
  expect(Slug.safeParse(slug).success).toBe(isGood);
});

describe('the form', () => {
  test.each([
    [7, false],
    [8, true],
    [128, true],
    [129, false],
  ])('ASVS 6.2.1 6.2.9 takes a password of %i characters: %s', (length, isGood) => {
    expect(Password.safeParse('é'.repeat(length)).success).toBe(isGood);
  });

  test.each([
    [12, false],
    [13, true],
    [120, true],
    [121, false],
    [30.5, false],
  ])('takes the age %d: %s', (age, isGood) => {
    expect(Age.safeParse(age).success).toBe(isGood);
  });

  test('offers nobody to be admin or manager', () => {
    expect(JoiningRole.options).toEqual(['customer', 'employee']);
  });
});
