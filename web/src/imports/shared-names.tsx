import { Table, Title } from '@mantine/core';
import type { SharedName } from '#domain/imports/import.ts';
import { placeWords } from '#web/places/place-words.ts';
import { figure } from './import-words.ts';
import classes from './imports.module.css';

/** Towns that the file names without saying which of several: the largest is taken, and the person sees it. */
export const SharedNames = ({ names }: { names: readonly SharedName[] }) => (
  <section>
    <Title order={2} className={classes.title}>
      Names of several towns
    </Title>
    <p className="muted">The largest is taken. A column with the country tells them apart.</p>
    <div className={classes.faults}>
      <Table aria-label="Names of several towns" verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Taken as</Table.Th>
            <Table.Th data-numeric>Towns of this name</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map(({ text, taken, of }) => (
            <Table.Tr key={`${text} ${taken.townId}`}>
              <Table.Td className={classes.value}>{text}</Table.Td>
              <Table.Td>{placeWords(taken)}</Table.Td>
              <Table.Td data-numeric className="figures">
                {figure(of)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  </section>
);
