import { useSearch } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { ListedStatus } from '#domain/payments/payment.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Filter } from '#web/platform/list/filter.ts';
import { List } from '#web/platform/list/list.tsx';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { CustomerFilter } from './customer-filter.tsx';
import { paymentColumns } from './payment-columns.tsx';
import { paymentCount, paymentPages, paymentsFile } from './payment-queries.ts';
import { methodWord, paymentFace } from './payment-words.ts';
import type { PaymentsSearch } from './payments.routes.tsx';

const filters: readonly Filter[] = [
  {
    id: 'status',
    label: 'STATUS',
    several: true,
    options: ListedStatus.options.map((value) => ({ value, label: paymentFace[value].children })),
  },
  {
    id: 'method',
    label: 'METHOD',
    options: (['card', 'upi', 'imported'] as const).map((method) => ({ value: method, label: methodWord({ method }) })),
  },
];
const ownFilters = { customer: 'this customer' };

export function PaymentsPage() {
  const { cols: _, customer, status, ...rest }: PaymentsSearch = useSearch({ strict: false });
  const { show } = useListUrl();
  const wish = { ...rest, customerId: customer, status: wordsOf(ListedStatus, status) };
  return (
    <>
      <PageHeader title="Payments history" />
      <List
        label="Payments"
        noun="payment"
        pages={paymentPages(wish)}
        count={paymentCount(wish)}
        usualSort="-createdAt"
        search="Name or e-mail"
        filters={filters}
        own={{
          words: ownFilters,
          children: (
            <CustomerFilter
              customerId={customer ?? null}
              onChange={(chosen) => show({ customer: chosen ?? undefined })}
            />
          ),
        }}
        columns={paymentColumns}
        idOf={idOf}
        picking={{
          nameOf: (payment) => `${payment.customer.name}, ${formatMoney(payment)}`,
          fileOf: (ids) => paymentsFile(wish, ids),
        }}
        empty={
          <Empty title="The first payment goes here">
            Every try of a customer to pay stands here, finished or not, and every imported payment.
          </Empty>
        }
      />
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
