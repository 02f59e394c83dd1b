import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, ExchangeRateDraft, inBase, type Rates, rateOn } from './rate.ts';

describe('an amount in the currency of the business', () => {
  test.each([
    ['cents of one in cents of the other', 10_000, 'EUR', '1.0835', 'USD', 10_835],
    ['yen, which have no cents', 1500, 'JPY', '0.0067', 'USD', 1005],
    ['into yen', 1005, 'USD', '149.25', 'JPY', 1500],
    ['dinars of a thousand fils', 10_000, 'KWD', '3.25', 'USD', 3250],
    ['into dinars', 3250, 'USD', '0.3076923077', 'KWD', 10_000],
    ['yen into dinars', 1_000_000, 'JPY', '0.002', 'KWD', 2_000_000],
    ['dinars into yen', 1234, 'KWD', '485', 'JPY', 598],
    ['half a cent goes up', 1, 'EUR', '0.5', 'USD', 1],
    ['what is less goes down', 1, 'EUR', '0.4999999999', 'USD', 0],
    ['half a cent given back goes down as far', -1, 'EUR', '0.5', 'USD', -1],
    ['nothing is nothing', 0, 'EUR', '9999999', 'USD', 0],
    ['a whole rate', 7, 'EUR', '3', 'USD', 21],
    // As floats: 1.005 * 100 is 100.49999999999999.
    ['a half that a float would miss', 100, 'EUR', '1.005', 'USD', 101],
  ])('%s', (_, amount, currency, rate, into, expected) => {
    expect(convert({ amount, currency }, rate, into)).toEqual({ amount: expected, currency: into });
  });

  test('a product beyond 2^53 on the way is exact still', () => {
    // 99,999,999,999 * 12,345,678,901 has 22 digits.
    const { amount } = convert({ amount: 99_999_999_999, currency: 'EUR' }, '1.2345678901', 'USD');
    expect(amount).toBe(123_456_789_009);
  });

  const someRate = fc
    .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }))
    .filter(([whole, fraction]) => whole > 0 || fraction > 0n)
    .map(([whole, fraction]) => `${whole}.${`${fraction}`.padStart(10, '0')}`);
  const someCurrency = fc.constantFrom('USD', 'JPY', 'KWD');
  const decimals = { USD: 2, JPY: 0, KWD: 3 };

  test('is the nearest one to the exact product, whatever amount, rate and digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
        someRate,
        someCurrency,
        someCurrency,
        (amount, rate, currency, into) => {
          // Both in units of 10^-13 of the other currency's whole: no division, so nothing is lost.
          const exact = BigInt(amount) * BigInt(rate.replace('.', '')) * 10n ** BigInt(3 - decimals[currency]);
          const unit = 10n ** BigInt(13 - decimals[into]);
          const converted = inBase(
            { amount, currency },
            { own: into, rates: [{ currency, from: '2026-01-01', rate }], day: '2026-01-01' },
          );
          fc.pre(converted !== null && currency !== into);
          const off = exact - BigInt(converted.amount) * unit;
          expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(unit);
        },
      ),
    );
  });

  test('at the rate 1 it is what it was', () => {
    fc.assert(
      fc.property(fc.integer(), (amount) => {
        expect(convert({ amount, currency: 'USD' }, '1', 'EUR').amount).toBe(amount);
      }),
    );
  });

  test('what is given back never comes to more than was paid, however it is cut', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), someRate, (one, other, rate) => {
        const into = (amount: number) => convert({ amount, currency: 'EUR' }, rate, 'USD').amount;
        expect(into(one)).toBeLessThanOrEqual(into(one + other));
      }),
    );
  });
});

describe('the rate of a day', () => {
  const rates: Rates = [
    { currency: 'EUR', from: '2026-03-01', rate: '1.08' },
    { currency: 'EUR', from: '2026-01-01', rate: '1.05' },
    { currency: 'GBP', from: '2026-02-01', rate: '1.27' },
  ];
  test.each([
    ['2025-12-31', null],
    ['2026-01-01', '1.05'],
    ['2026-02-28', '1.05'],
    ['2026-03-01', '1.08'],
    ['2027-01-01', '1.08'],
  ])('on %s is %s', (day, expected) => {
    expect(rateOn(rates, 'EUR', day)).toBe(expected);
  });

  test('without one, and beyond what can be counted exactly, there is no amount', () => {
    const at = { own: 'USD', day: '2026-01-15' };
    expect(inBase({ amount: 100, currency: 'GBP' }, { ...at, rates })).toBeNull();
    const huge = [{ currency: 'JPY', from: '2026-01-01', rate: '9999999' }];
    expect(inBase({ amount: 100_000_000_000, currency: 'JPY' }, { ...at, rates: huge })).toBeNull();
  });

  test('the own currency needs none', () => {
    expect(inBase({ amount: 100, currency: 'USD' }, { own: 'USD', day: '2026-01-15', rates: [] })).toEqual({
      amount: 100,
      currency: 'USD',
      rate: '1',
    });
  });
});

test.each(['0', '0.0', '-1', '1,5', '1e3', '', '.5', '12345678', '1.12345678901', 'Infinity'])(
  '"%s" is no rate',
  (rate) => {
    expect(ExchangeRateDraft.safeParse({ currency: 'EUR', from: '2026-01-01', rate }).success).toBe(false);
  },
);
