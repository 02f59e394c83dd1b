import { Button, Group, Progress, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Import } from '#domain/imports/import.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import classes from './imports.module.css';

const figure = (count: number) => count.toLocaleString('en');

/** A file on its way in, or what became of it. The page may be left: the server goes on. */
export function ImportProgress({ run, onAgain }: { run: Import; onAgain: () => void }) {
  if (run.state === 'failed') return <FailedImport run={run} onAgain={onAgain} />;
  if (run.state === 'done') return <FinishedImport run={run} onAgain={onAgain} />;
  return (
    <Stack gap="sm">
      <b className="cut">{run.fileName}</b>
      <Progress value={run.rows > 0 ? (100 * run.done) / run.rows : 0} aria-label="Rows stored" />
      <p role="status" className="figures">
        {run.state === 'waiting' ? 'Waiting to begin…' : `${figure(run.done)} of ${figure(run.rows)} rows`}
      </p>
      <p className="muted">You can leave this page: the import goes on.</p>
    </Stack>
  );
}

const FinishedImport = ({ run, onAgain }: { run: Import; onAgain: () => void }) => (
  <Stack gap="md" align="flex-start">
    <IconCircleCheck size={40} stroke={1.25} className={classes.good} aria-hidden />
    <div role="status">
      <p>
        <b>{run.fileName}</b> is imported: {figure(run.rows)} rows, {figure(run.added)} new payments,{' '}
        {figure(run.customersAdded)} new customers.
      </p>
      {run.added < run.rows && <p className="muted">{figure(run.rows - run.added)} rows were here already.</p>}
    </div>
    <Group gap="sm">
      <Button variant="filled" component={Link} to="/segments">
        Show segments
      </Button>
      <Button component={Link} to="/customers">
        Show customers
      </Button>
      <Button variant="subtle" onClick={onAgain}>
        Import another file
      </Button>
    </Group>
  </Stack>
);

const FailedImport = ({ run, onAgain }: { run: Import; onAgain: () => void }) => (
  <Stack gap="md" align="flex-start">
    <ProblemAlert
      problem={{
        type: '/problems/import-failed',
        title: `${run.fileName} was not imported completely`,
        detail:
          `${run.reason ?? ''} ${figure(run.done)} of ${figure(run.rows)} rows are stored; the same file goes on from there.`.trim(),
        status: 409,
      }}
    />
    <Button onClick={onAgain}>Try the file again</Button>
  </Stack>
);
