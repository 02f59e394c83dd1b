import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { CustomersByPlace } from '#domain/places/routes.ts';
import { useMe } from '#web/members/me.ts';
import { countryName } from '#web/platform/country-name.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { SegmentsFrame } from '#web/segments/segments-frame.tsx';
import { customersByPlace } from './place-queries.ts';
import { PlacesView } from './places-view.tsx';
import type { PlacesSearch } from './places.routes.tsx';
import classes from './places.module.css';

/** Where the customers live. */
export function PlacesPage() {
  const { country }: PlacesSearch = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(customersByPlace());
  return (
    <SegmentsFrame
      tab="/segments/places"
      sub={data && coverageOf(data)}
      actions={data && data.countries.length > 0 && <CountrySelect countries={data.countries} country={country} />}
    >
      {data && (data.countries.length > 0 ? <PlacesView found={data} country={country} /> : <NoPlaces />)}
      {!data && !error && <Loading label="Loading the places" />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
    </SegmentsFrame>
  );
}

/** "1,308 of 2,841 customers with a payment have a place". */
const coverageOf = ({ payers, unplaced }: CustomersByPlace): string =>
  `${(payers - unplaced).toLocaleString('en')} of ${payers.toLocaleString('en')} customers with a payment have a place`;

type CountryProps = { countries: CustomersByPlace['countries']; country: string | undefined };

function CountrySelect({ countries, country }: CountryProps) {
  const navigate = useNavigate();
  const options = countries.map(({ country }) => ({ value: country, label: countryName(country) }));
  return (
    <Select
      label="Country"
      classNames={{ root: classes.select ?? '' }}
      value={country ?? ''}
      onChange={(value) => void navigate({ to: '/segments/places', search: { country: value || undefined } })}
      data={[
        { value: '', label: 'All countries' },
        ...options.toSorted((one, other) => one.label.localeCompare(other.label)),
      ]}
      allowDeselect={false}
      searchable
    />
  );
}

function NoPlaces() {
  const mayImport = may(useMe().member, 'customers.import');
  return (
    <Empty
      title="No customer with a payment has a place yet"
      action={
        <Link to={mayImport ? '/customers/import' : '/customers'}>{mayImport ? 'Import places' : 'Customers'}</Link>
      }
    >
      Say on a customer’s page where they live{mayImport && ', or import payments with a column of towns'}. The map is
      counted anew every night and after each import.
    </Empty>
  );
}
