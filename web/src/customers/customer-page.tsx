import { Card, Group, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { FileList } from '#web/files/file-list.tsx';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { Moment } from '#web/platform/moment.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { EditFacts } from '#web/places/edit-facts.tsx';
import { placeWords } from '#web/places/place-words.ts';
import { statusOf } from '#web/platform/queries.ts';
import { CustomerStanding } from '#web/segments/standing/customer-standing.tsx';
import { listedCustomer, oneCustomer } from './customer-queries.ts';
import classes from './customers.module.css';

export function CustomerPage() {
  const { customerId }: { customerId: string } = useParams({ strict: false });
  const queries = useQueryClient();
  const customer = useQuery({ ...oneCustomer(customerId), placeholderData: () => listedCustomer(queries, customerId) });
  if (customer.data) return <OneCustomer customer={customer.data} />;
  if (!customer.error) return <Loading label="Loading the customer" />;
  if (statusOf(customer.error) === 404) {
    return <Empty title="This customer is not here" action={<Link to="/customers">Show all customers</Link>} />;
  }
  return <Failed error={customer.error} retry={() => void customer.refetch()} />;
}

function OneCustomer({ customer }: { customer: ScoredCustomer }) {
  return (
    <>
      <PageHeader
        title={customer.name}
        sub={
          <Link to="/segments" search={{ segment: customer.segment }}>
            {customer.segment}
          </Link>
        }
      />
      <div className={classes.record}>
        <Card component="section" aria-label="Facts">
          <Group justify="space-between" mb="sm">
            <Title order={2}>Facts</Title>
            <EditFacts customer={customer}>Edit</EditFacts>
          </Group>
          <dl className={classes.facts}>
            <Fact name="Email">{customer.email ?? 'Unknown: known from an import'}</Fact>
            <Fact name="Reference">{customer.reference ?? '–'}</Fact>
            <Fact name="Place">{customer.place ? placeWords(customer.place) : 'Unknown: no population score'}</Fact>
            <Fact name="Market">{customer.settlement ?? '–'}</Fact>
            <Fact name="Born on">
              {customer.bornOn ? `${formatDay(customer.bornOn)}, ${customer.age} years` : 'Unknown'}
            </Fact>
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
        <Card component="section" aria-label="Scores" className={classes.scores ?? ''}>
          <CustomerStanding customerId={customer.id} />
        </Card>
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
