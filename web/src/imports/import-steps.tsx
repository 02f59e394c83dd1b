import { Stack } from '@mantine/core';
import { type Import, mayMap } from '#domain/imports/import.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { MappingForm } from './mapping-form.tsx';
import { PreviewStep } from './preview-step.tsx';
import { Status } from '#web/platform/status.tsx';
import { counted, importFace } from './import-words.ts';
import classes from './imports.module.css';

/** One import, wherever it stands. The page may be left: the server goes on. */
export function ImportSteps({ job }: { job: Import }) {
  return (
    <Stack gap="lg">
      <div className={classes.head}>
        <b className="cut">{job.fileName}</b>
        <span className="muted figures">{counted(job.rows, 'row')}</span>
        <Status {...importFace[job.state]} />
      </div>
      {['checking', 'waiting', 'running', 'undoing'].includes(job.state) && <ImportProgress job={job} />}
      {['done', 'failed', 'undone'].includes(job.state) && <ImportResult job={job} />}
      {job.state === 'checked' && job.preview && <PreviewStep job={job} preview={job.preview} />}
      {/* Anew for each check: what the server made of it is what the fields show. */}
      {mayMap(job) && <MappingForm key={JSON.stringify(job.mapping)} job={job} />}
    </Stack>
  );
}
