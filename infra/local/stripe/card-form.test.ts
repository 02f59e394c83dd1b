import { describe, expect, test } from 'vitest';
import { checkFields, readCard } from './card-form.ts';

const good = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Ada Lovelace' };
const lastSecondOfMarch = Date.UTC(2026, 3) / 1000 - 1;

test('good fields raise no message', () => {
  expect(checkFields(good, lastSecondOfMarch)).toEqual({});
});

test.each([
  [{ number: '4242 4242 4242 4241' }, 'Your card number is invalid.'],
  [{ number: '4242' }, 'Your card number is incomplete.'],
  [{ number: '' }, 'Your card number is incomplete.'],
  [{ number: 'four two four two four two' }, 'Your card number is invalid.'],
  [{ expiry: '13/34' }, "Your card's expiration month is invalid."],
  [{ expiry: '0/34' }, "Your card's expiration month is invalid."],
  [{ expiry: '' }, "Your card's expiration date is incomplete."],
  [{ expiry: 'soon' }, "Your card's expiration date is incomplete."],
  [{ cvc: '12' }, "Your card's security code is incomplete."],
  [{ cvc: '12a' }, "Your card's security code is incomplete."],
  [{ name: '' }, 'Enter the name on your card.'],
])('%j is refused', (fields, sentence) => {
  expect(Object.values(checkFields({ ...good, ...fields }, lastSecondOfMarch))).toEqual([sentence]);
});

describe('a card that ends in March', () => {
  test.each([
    ['is good in its last second', lastSecondOfMarch, undefined],
    ['is past a second later', lastSecondOfMarch + 1, "Your card's expiration date is in the past."],
  ])('%s', (_, now, message) => {
    expect(checkFields({ ...good, expiry: '03/26' }, now).expiry).toBe(message);
  });
});

test.each(['12/34', '12 / 34', '1234', '12/2034', '12-34'])('the expiry may be written %s', (expiry) => {
  expect(readCard({ ...good, expiry }).card).toMatchObject({ expMonth: 12, expYear: 2034 });
});

test('of the number only four digits are kept', () => {
  const { card } = readCard(good);
  expect(card.last4).toBe('4242');
  expect(JSON.stringify(card)).not.toContain('424242');
});
