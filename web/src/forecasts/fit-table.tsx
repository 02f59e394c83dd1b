import { Table } from '@mantine/core';
import { type Fit, repeatsWords } from './fit-words.ts';

export const FitTable = ({ fit }: { fit: Fit }) => (
  <Table aria-label="Customers by how often they came back">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Came back</Table.Th>
        <Table.Th ta="right">In truth</Table.Th>
        <Table.Th ta="right">By the model</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody className="figures">
      {fit.map(({ repeats, actual, expected }) => (
        <Table.Tr key={repeats}>
          <Table.Td>{repeatsWords(fit, repeats)}</Table.Td>
          <Table.Td ta="right">{actual.toLocaleString('en')}</Table.Td>
          <Table.Td ta="right">{Math.round(expected).toLocaleString('en')}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
