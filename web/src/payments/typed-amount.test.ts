import { describe, expect, test } from 'vitest';
import { amountIn, amountWord } from './typed-amount.ts';

const range = { min: 1, max: 10_000 };

describe('an amount that staff type', () => {
  test.each([
    ['100', 'USD', 10_000],
    ['0.01', 'USD', 1],
    ['1,000', 'JPY', 1000],
    ['1.005', 'KWD', 1005],
  ])('%s %s is %i minor units', (text, currency, amount) => {
    expect(amountIn(text, currency, range)).toEqual({ amount });
  });

  test.each([
    ['', 'USD', 'Please enter an amount'],
    ['ten', 'USD', 'Please enter an amount such as 10'],
    ['1.234', 'USD', 'At most 2 digits after the point'],
    ['10.5', 'JPY', 'JPY has no digits after the point'],
    ['0', 'USD', 'The amount must be between $0.01 and $100.00'],
    ['-5', 'USD', 'The amount must be between $0.01 and $100.00'],
    ['100.01', 'USD', 'The amount must be between $0.01 and $100.00'],
  ])('"%s" %s is none: %s', (text, currency, reason) => {
    expect(amountIn(text, currency, range)).toEqual({ reason });
  });

  test('stands in the button as money', () => {
    expect(amountWord('240', 'USD')).toBe('$240.00');
    expect(amountWord('240.', 'USD')).toBeNull();
    expect(amountWord('0', 'USD')).toBeNull();
  });
});
