import { Anchor, Button, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Import, mayRun, mayUndo } from '#domain/imports/import.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { errorFileOf, useRunImport } from './import-queries.ts';
import { counted, figure } from './import-words.ts';
import { UndoButton } from './undo-button.tsx';

/** What became of an import, and what can be done about it. */
export function ImportResult({ job }: { job: Import }) {
  const isUndoable = mayUndo(job, new Date());
  if (job.state === 'failed') return <Stopped job={job} isUndoable={isUndoable} />;
  if (job.state === 'undone') {
    return (
      <p role="status">
        Undone: {counted(job.removed, 'payment')} taken back, and the customers who came with nothing else.
      </p>
    );
  }
  const good = job.preview?.good ?? job.rows;
  const faulty = job.preview?.faulty ?? 0;
  return (
    <Stack gap="md" align="flex-start">
      <div role="status">
        <p>
          Imported: {counted(good, 'row')}, {counted(job.added, 'new payment')},{' '}
          {counted(job.customersAdded, 'new customer')}.
        </p>
        {job.added < good && <p className="muted">{counted(good - job.added, 'payment')} had been here already.</p>}
        {faulty > 0 && (
          <p className="muted">
            {counted(faulty, 'faulty row')} stayed out:{' '}
            <Anchor href={errorFileOf(job.id)} download>
              error file (CSV)
            </Anchor>
          </p>
        )}
      </div>
      <Group gap="sm">
        <Button variant="filled" component={Link} to="/segments">
          Show segments
        </Button>
        <Button component={Link} to="/customers">
          Show customers
        </Button>
        {isUndoable && <UndoButton job={job} />}
      </Group>
    </Stack>
  );
}

function Stopped({ job, isUndoable }: { job: Import; isUndoable: boolean }) {
  const run = useRunImport(job.id);
  const all = figure(job.preview?.good ?? job.rows);
  const detail = {
    checking: 'Nothing was stored. Please check the rows again.',
    running: `${figure(job.done)} of ${all} rows are stored. Go on, and the others follow; no row is stored twice.`,
    undoing: `${figure(job.done)} of ${all} rows are taken back. Undo again, and the others follow.`,
  }[job.failedWhile ?? 'running'];
  return (
    <Stack gap="md" align="flex-start">
      <ProblemAlert
        problem={{
          type: '/problems/import-failed',
          title: 'Something went wrong on our side',
          detail,
          status: 409,
        }}
      />
      {run.error && <ProblemAlert problem={problemIn(run.error)} />}
      <Group gap="sm">
        {mayRun(job) && (
          <Button variant="filled" loading={run.isPending} onClick={() => run.mutate(undefined)}>
            Go on
          </Button>
        )}
        {isUndoable && <UndoButton job={job} />}
      </Group>
    </Stack>
  );
}
