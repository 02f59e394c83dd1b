import { Card, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomersByPlace } from '#domain/places/routes.ts';
import { countryName } from '#web/platform/country-name.ts';
import classes from './places.module.css';

type Props = { countries: CustomersByPlace['countries']; chosen: string | null; money: (amount: number) => string };

/** The countries, the fullest first; each leads to its map. */
export const CountryTable = ({ countries, chosen, money }: Props) => (
  <Card component="section" aria-label="Countries" className={classes.card}>
    <header className={classes.head}>
      <Title order={2}>
        Countries <span className="count">{countries.length}</span>
      </Title>
    </header>
    <div className={classes.rows}>
      <Table aria-label="Countries">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Country</Table.Th>
            <Table.Th data-numeric>Customers</Table.Th>
            <Table.Th data-numeric>Total Spend</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {countries.map(({ country, customers, monetary }) => (
            <Table.Tr key={country} data-chosen={country === chosen || undefined}>
              <Table.Td>
                <Link
                  to="/segments/places"
                  search={{ country }}
                  resetScroll={false}
                  aria-current={country === chosen || undefined}
                >
                  {countryName(country)}
                </Link>
              </Table.Td>
              <Table.Td data-numeric>{customers.toLocaleString('en')}</Table.Td>
              <Table.Td data-numeric>{money(monetary)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  </Card>
);
