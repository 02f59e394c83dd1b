import { dayIn } from '#domain/kernel/time.ts';

const towns = ['Oslo,NO', 'Bergen,NO', 'Trondheim,NO', 'Hamburg,DE', 'Leipzig,DE', ','];
const head = 'customer,name,born,city,country,date,amount';

/**
 * A history of 60 customers with 180 payments: each cell of recency x frequency has its customers, and spend grows with
 * the number of the customer. The last, Lucien Osei, is the best in everything; he and every sixth have no town.
 */
export function sixtyCustomers(): string {
  const rows = Array.from({ length: 60 }, (_, n) => {
    const [column, payments] = [n % 12, 1 + Math.floor(n / 12)];
    const name = n === 59 ? 'Lucien Osei' : `Shopper ${n + 1}`;
    const who = `C${n + 1},${name},${1950 + n}-06-15,${towns[n % 6]!}`;
    const lastPaid = 10 * (12 - column);
    return Array.from(
      { length: payments },
      (_each, at) => `${who},${daysAgo(lastPaid + at * (15 + column))},${10 + n + at}.00`,
    );
  });
  return `${[head, ...rows.flat()].join('\n')}\n`;
}

const daysAgo = (count: number): string => dayIn('Europe/Oslo', new Date(Date.now() - count * 86_400_000));
