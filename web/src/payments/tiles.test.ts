import { describe, expect, test } from 'vitest';
import type { PaymentTotals } from '#domain/reports/payment-report.ts';
import { tilesOf } from './tiles.ts';

type Item = PaymentTotals['items'][number];

const item = (currency: string, status: Item['status'], amount: number, change: Partial<Item> = {}): Item => ({
  currency,
  status,
  count: 1,
  amount,
  refunded: 0,
  ...change,
});
const tiles = (...items: Item[]) =>
  tilesOf({ items }, 'USD', 'Last 30 days').map(({ label, sums }) => [
    label,
    sums.map(({ amount, currency }) => `${amount} ${currency}`).join(' · '),
  ]);

describe('the head of the payments page', () => {
  test('D currencies stand beside each other and are never added up', () => {
    const came = [item('INR', 'paid', 1_820_000, { count: 40 }), item('USD', 'paid', 1_751_400, { count: 3 })];
    const waited = [item('USD', 'pending', 6000), item('INR', 'processing', 450_000)];
    expect(tiles(...came, ...waited)).toEqual([
      ['Last 30 days, USD', '1751400 USD'],
      ['Last 30 days, INR', '1820000 INR'],
      ['Pending', '6000 USD · 450000 INR'],
      ['Refunded', ''],
    ]);
  });

  test('what was given back came once, and stands beside it', () => {
    const partly = item('USD', 'partially-refunded', 10_000, { refunded: 4000 });
    const wholly = item('USD', 'refunded', 8000, { refunded: 8000 });
    expect(tiles(partly, wholly, item('USD', 'failed', 500))).toEqual([
      ['Last 30 days, USD', '18000 USD'],
      ['Pending', ''],
      ['Refunded', '12000 USD'],
    ]);
  });

  test('from the third currency on they share a tile', () => {
    const of = (currency: string, count: number) => item(currency, 'paid', 100, { count });
    expect(tiles(of('JPY', 1), of('EUR', 2), of('INR', 3), of('USD', 1)).slice(0, 3)).toEqual([
      ['Last 30 days, USD', '100 USD'],
      ['Last 30 days, INR', '100 INR'],
      ['Last 30 days, other currencies', '100 EUR · 100 JPY'],
    ]);
  });

  test('nothing yet is nothing in the own currency', () => {
    expect(tiles()[0]).toEqual(['Last 30 days, USD', '0 USD']);
  });
});
