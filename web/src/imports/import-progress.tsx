import { Progress, Stack } from '@mantine/core';
import type { Import } from '#domain/imports/import.ts';
import { figure } from './import-words.ts';

/** Rows on their way. The page may be left: the server goes on. */
export function ImportProgress({ job }: { job: Import }) {
  if (job.state === 'checking') {
    return (
      <Stack gap="sm">
        <Progress value={100} animated aria-label="Checking the rows" />
        <p role="status">Checking {figure(job.rows)} rows… Nothing is stored yet.</p>
      </Stack>
    );
  }
  const all = job.preview?.good ?? job.rows;
  return (
    <Stack gap="sm">
      <Progress
        value={all > 0 ? (100 * job.done) / all : 0}
        aria-label={job.state === 'undoing' ? 'Rows taken back' : 'Rows stored'}
      />
      <p role="status" className="figures">
        {job.state === 'waiting'
          ? 'Waiting to begin…'
          : `${figure(job.done)} of ${figure(all)} rows${job.state === 'undoing' ? ' taken back' : ''}`}
      </p>
      <p className="muted">You can leave this page: it goes on by itself.</p>
    </Stack>
  );
}
