import type { Group } from '#domain/groups/group.ts';
import { type Currency, formatMoney } from '#domain/kernel/money.ts';
import type { Column } from '#web/platform/list/column.ts';
import { customersWords, daysWords, paymentsWords, shareWords } from './group-words.ts';

/** Recency, payments and spend are those of the middle customer. */
export function groupColumns(currency: Currency): Column<Group>[] {
  const money = ({ typical }: Group): string => formatMoney({ amount: typical.monetary, currency });
  return [
    { id: 'name', header: 'Group', width: '34%', card: 'title', cell: ({ name }) => <span title={name}>{name}</span> },
    {
      id: 'customers',
      header: 'Customers',
      numeric: true,
      card: 'line',
      cell: ({ customers }) => customers.toLocaleString('en'),
      cardCell: ({ customers, share }) => `${customersWords(customers)}, ${shareWords(share)}`,
    },
    { id: 'share', header: 'Share', numeric: true, cell: ({ share }) => shareWords(share) },
    {
      id: 'recency',
      header: 'Recency (days)',
      numeric: true,
      card: 'foot',
      cell: ({ typical }) => typical.recencyDays.toLocaleString('en'),
      cardCell: ({ typical }) => `last paid ${daysWords(typical.recencyDays)} ago`,
    },
    {
      id: 'frequency',
      header: 'Payments',
      numeric: true,
      card: 'foot',
      cell: ({ typical }) => typical.frequency.toLocaleString('en'),
      cardCell: ({ typical }) => paymentsWords(typical.frequency),
    },
    { id: 'monetary', header: 'Spend', numeric: true, card: 'end', cell: money },
  ];
}
