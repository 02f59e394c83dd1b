import { Card, Table, Title, UnstyledButton } from '@mantine/core';
import type { CustomersAtPlace } from '#domain/places/routes.ts';
import { settlementClassOf } from '#domain/places/place.ts';
import { keyOf, placeWords } from './place-words.ts';
import classes from './places.module.css';

type Props = {
  title: string;
  /** The fullest first. */
  spots: readonly CustomersAtPlace[];
  /** Customers in places that are not listed. */
  elsewhere: number;
  pointed: string | null;
  onPoint: (key: string | null) => void;
  /** Brings the map to where it is seen. */
  onShow: () => void;
  money: (amount: number) => string;
};

/** The places of the map in words; a row that is pointed at, or that has the focus, shows on the map. */
export const PlaceTable = ({ title, spots, elsewhere, pointed, money, ...acts }: Props) => (
  <Card component="section" aria-label={title} className={classes.card}>
    <header className={classes.head}>
      <Title order={2}>
        {title} <span className="count">{spots.length.toLocaleString('en')}</span>
      </Title>
    </header>
    <div className={classes.rows}>
      <Table aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Place</Table.Th>
            <Table.Th className={classes.wide ?? ''}>Population</Table.Th>
            <Table.Th data-numeric>Customers</Table.Th>
            <Table.Th data-numeric>Total Spend</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {spots.map((spot) => (
            <Row
              key={keyOf(spot.place)}
              spot={spot}
              isPointed={keyOf(spot.place) === pointed}
              money={money}
              {...acts}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
    {elsewhere > 0 && <p className={classes.note}>{elsewhere.toLocaleString('en')} more in places with fewer.</p>}
  </Card>
);

type RowProps = Pick<Props, 'onPoint' | 'onShow' | 'money'> & { spot: CustomersAtPlace; isPointed: boolean };

function Row({ spot: { place, at, customers, monetary }, isPointed, money, onPoint, onShow }: RowProps) {
  const show = () => onPoint(keyOf(place));
  const hide = () => onPoint(null);
  return (
    <Table.Tr
      data-chosen={isPointed || undefined}
      {...(at && { onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide })}
    >
      <Table.Td>
        {at ? (
          <UnstyledButton
            className={classes.place ?? ''}
            aria-label={`Show ${placeWords(place)} on the map`}
            onClick={() => {
              // A finger that is lifted has left the row; what it chose stays shown.
              show();
              onShow();
            }}
          >
            {placeWords(place)}
          </UnstyledButton>
        ) : (
          placeWords(place)
        )}
      </Table.Td>
      <Table.Td className={`muted ${classes.wide}`}>{settlementClassOf(place.population)}</Table.Td>
      <Table.Td data-numeric>{customers.toLocaleString('en')}</Table.Td>
      <Table.Td data-numeric>{money(monetary)}</Table.Td>
    </Table.Tr>
  );
}
