import { Anchor, Button, Group, Stack, Table, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Import, Preview } from '#domain/imports/import.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { errorFileOf, useRunImport } from './import-queries.ts';
import { counted, figure } from './import-words.ts';
import { SharedNames } from './shared-names.tsx';
import classes from './imports.module.css';

/** What running it would do, what is wrong with the file, and the person's yes. */
export function PreviewStep({ job, preview }: { job: Import; preview: Preview }) {
  const run = useRunImport(job.id);
  const { good, faulty, newCustomers, alreadyHere, totals, sharedNames } = preview;
  return (
    <Stack gap="lg">
      <dl className={classes.figures}>
        <Figure name="Good rows" value={figure(good)} />
        <Figure name="Faulty rows" value={figure(faulty)} isBad={faulty > 0} />
        <Figure name="Total" value={totals.map((total) => formatMoney(total)).join(' · ') || '–'} />
        <Figure name="New customers" value={figure(newCustomers)} />
        <Figure name="Here already" value={figure(alreadyHere)} />
      </dl>
      {run.error && <ProblemAlert problem={problemIn(run.error)} />}
      {good > 0 ? (
        <Group gap="md">
          <Button variant="filled" loading={run.isPending} onClick={() => run.mutate(undefined)}>
            Import {counted(good, 'payment')}
          </Button>
          <span className="muted">
            {faulty > 0 ? `The ${counted(faulty, 'faulty row')} stay out. ` : ''}
            {alreadyHere > 0 ? 'Those here already are not stored twice.' : ''}
          </span>
        </Group>
      ) : (
        <p>No row can be imported like this. Please look at the columns below, or correct the file.</p>
      )}
      {faulty > 0 && <Faults job={job} preview={preview} />}
      {sharedNames.length > 0 && <SharedNames names={sharedNames} />}
    </Stack>
  );
}

const Figure = ({ name, value, isBad = false }: { name: string; value: string; isBad?: boolean }) => (
  <div data-bad={isBad || undefined}>
    <dt>{name}</dt>
    <dd className="figures">{value}</dd>
  </div>
);

function Faults({ job, preview: { faults, faulty } }: { job: Import; preview: Preview }) {
  const lines = new Set(faults.map(({ line }) => line)).size;
  return (
    <section>
      <Group justify="space-between" gap="sm">
        <Title order={2} className={classes.title}>
          What is wrong
        </Title>
        <Anchor href={errorFileOf(job.id)} download className={classes.file}>
          <IconDownload size={16} stroke={1.5} aria-hidden />
          Error file (CSV)
        </Anchor>
      </Group>
      <div className={classes.faults}>
        <Table aria-label="What is wrong" verticalSpacing={6} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th data-numeric>Line</Table.Th>
              <Table.Th>Column</Table.Th>
              <Table.Th>Value</Table.Th>
              <Table.Th>Reason</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map(({ line, column, value, detail }) => (
              <Table.Tr key={`${line} ${column} ${detail}`}>
                <Table.Td data-numeric className="figures">
                  {line}
                </Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td className={classes.value}>{value}</Table.Td>
                <Table.Td>{detail}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {faulty > lines && (
        <p className="muted">
          The first {counted(lines, 'faulty row')} of {figure(faulty)}; the error file has them all.
        </p>
      )}
    </section>
  );
}
