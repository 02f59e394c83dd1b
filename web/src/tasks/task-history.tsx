import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { formatMoment } from '#web/platform/format-moment.ts';
import { sentenceOf } from './history-words.ts';
import { taskHistory } from './task-queries.ts';
import classes from './task-history.module.css';

/** What happened to a task, the newest first. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const { data, error, refetch } = useQuery(taskHistory(taskId));
  return (
    <section aria-label="History">
      <Title order={2} className={classes.title ?? ''}>
        History
      </Title>
      {!data && !error && <Loading rows={3} label="Loading the history" />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <ol className={classes.changes}>
          {data.items.map((change) => (
            <li key={change.id}>
              <At at={change.at} />
              <span title={change.by.name}>{sentenceOf(change)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** "10:31" today, "18 Nov" before. */
function At({ at }: { at: string }) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const [day = ''] = formatMoment(at, 'day-time').split(',');
  return (
    <time dateTime={at} title={formatMoment(at, 'exact')} className="figures muted">
      {isToday ? formatMoment(at, 'time') : day}
    </time>
  );
}
