import { ActionIcon, Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type BulkJob, isAtWork, mayUndo } from '#domain/members/bulk.ts';
import { statusOf } from '#web/platform/queries.ts';
import { toastProblem, toastUndo } from '#web/platform/toast.tsx';
import { bulkJob, useLastJob, useUndoBulk } from './bulk-queries.ts';
import { resultOf, sentenceOf } from './bulk-words.ts';
import classes from './members.module.css';

/** The last bulk job: its progress, then what it did, with Undo until its days are over. */
export function BulkLine() {
  const { jobId, forget } = useLastJob();
  const { data: job, error } = useQuery({ ...bulkJob(jobId ?? ''), enabled: jobId !== null });
  const isGone = statusOf(error) === 404;
  useEffect(() => {
    if (isGone) forget();
  }, [isGone, forget]);
  return job && jobId !== null ? <Line job={job} onClose={forget} /> : null;
}

function Line({ job, onClose }: { job: BulkJob; onClose: () => void }) {
  const undo = useUndoBulk();
  const takeBack = () => undo.mutate(job.id, { onError: toastProblem });
  useToldWhenDone(job, takeBack);
  const isBusy = isAtWork(job);
  const Sign = job.state === 'failed' ? IconX : IconCheck;
  return (
    <section aria-label="Last bulk action" className={classes.job} data-state={job.state}>
      {!isBusy && <Sign size={16} stroke={1.5} aria-hidden />}
      <span role="status" className="figures">
        {sentenceOf(job)}
      </span>
      {isBusy && (
        <Progress
          className={classes.progress ?? ''}
          value={job.total > 0 ? (100 * job.done) / job.total : 0}
          aria-label="People looked at"
        />
      )}
      {!isBusy && mayUndo(job, new Date()) && job.changed > 0 && (
        <Button
          size="xs"
          leftSection={<IconArrowBackUp size={14} stroke={1.5} aria-hidden />}
          loading={undo.isPending}
          onClick={takeBack}
        >
          Undo
        </Button>
      )}
      {!isBusy && (
        <ActionIcon className={classes.away ?? ''} aria-label="Close the last bulk action" onClick={onClose}>
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      )}
    </section>
  );
}

/** Who saw it work is told the moment it is done, and can take it back there and then. */
function useToldWhenDone(job: BulkJob, undo: () => void) {
  const before = useRef(job.state);
  useEffect(() => {
    if (before.current === 'running' && job.state === 'done') toastUndo(resultOf(job), undo);
    before.current = job.state;
  });
}
