import { Card, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { FileList } from '#web/files/file-list.tsx';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { Moment } from '#web/platform/moment.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { oneCustomer } from './customer-queries.ts';
import { ScoreWords } from './score-words.tsx';
import classes from './customers.module.css';

export function CustomerPage() {
  const { customerId }: { customerId: string } = useParams({ strict: false });
  const customer = useQuery(oneCustomer(customerId));
  if (customer.data) return <OneCustomer customer={customer.data} />;
  if (!customer.error) return <Loading label="Loading the customer" />;
  if (statusOf(customer.error) === 404) {
    return <Empty title="This customer is not here" action={<Link to="/customers">Show all customers</Link>} />;
  }
  return <Failed error={customer.error} retry={() => void customer.refetch()} />;
}

function OneCustomer({ customer }: { customer: ScoredCustomer }) {
  const { workspace } = useMe();
  const { measures, recencyDays, scores, segment } = customer;
  return (
    <>
      <PageHeader
        title={customer.name}
        sub={
          <Link to="/segments" search={{ segment }}>
            {segment}
          </Link>
        }
      />
      <div className={classes.record}>
        <Card component="section" aria-label="Facts">
          <Title order={2} mb="sm">
            Facts
          </Title>
          <dl className={classes.facts}>
            <Fact name="Email">{customer.email ?? 'Unknown: known from an import'}</Fact>
            <Fact name="Reference">{customer.reference ?? '–'}</Fact>
            <Fact name="Customer since">
              <Moment at={customer.createdAt} />
            </Fact>
            <Fact name="Payments">
              <Link to="/payments" search={{ customer: customer.id }}>
                Show payments
              </Link>
            </Fact>
          </dl>
        </Card>
        <Card component="section" aria-label="Measures">
          <Title order={2} mb="sm">
            Measures
          </Title>
          {measures ? (
            <dl className={classes.facts}>
              <Fact name="Recency">
                {recencyDays} days, last paid {formatDay(measures.lastPaidOn)}
              </Fact>
              <Fact name="Frequency">{measures.frequency.toLocaleString('en')} payments</Fact>
              <Fact name="Total Spend">{formatMoney({ amount: measures.monetary, currency: workspace.currency })}</Fact>
            </dl>
          ) : (
            <p className="muted">No payment yet.</p>
          )}
        </Card>
        {scores && <ScoreWords scores={scores} />}
        <Card>
          <FileList place={{ kind: 'customer', id: customer.id }} title="Files" />
        </Card>
      </div>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
