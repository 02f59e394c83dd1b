import { formatMoney, type Money as MoneyValue } from '#domain/kernel/money.ts';

export function Money({ value }: { value: MoneyValue }) {
  return <span className="figures">{formatMoney(value)}</span>;
}
