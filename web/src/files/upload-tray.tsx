import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { FileIcon } from './file-icon.tsx';
import { fileSize } from './file-size.ts';
import classes from './files.module.css';
import type { Upload } from './uploads.ts';
import type { Uploads } from './use-uploads.ts';

/** Hundreds of rows would slow the page down that sends them. */
const mostRows = 30;

/** What is on its way, or could not go: the latter first. Nothing while there is none. */
export function UploadTray({ uploads, cancel, retry }: Pick<Uploads, 'uploads' | 'cancel' | 'retry'>) {
  if (uploads.length === 0) return null;
  const [left, over] = [uploads.filter((upload) => !isOver(upload)), uploads.filter(isOver)];
  const shown = [...over, ...left].slice(0, mostRows);
  return (
    <div className={classes.tray}>
      <div className={classes.trayHead}>
        <p className="muted" role="status">
          {left.length > 0 ? `Sending ${counted(left.length)}…` : `${counted(over.length)} not sent`}
        </p>
        {uploads.length > 1 && (
          <Button size="xs" variant="subtle" onClick={() => uploads.forEach(({ id }) => cancel(id))}>
            {left.length > 0 ? 'Cancel all' : 'Remove all'}
          </Button>
        )}
      </div>
      <ul aria-label="Uploads">
        {shown.map((upload) => (
          <UploadRow key={upload.id} upload={upload} cancel={cancel} retry={retry} />
        ))}
      </ul>
      {shown.length < uploads.length && <p className="muted">and {uploads.length - shown.length} more</p>}
    </div>
  );
}

const isOver = ({ state }: Upload): boolean => state === 'failed' || state === 'refused';
const counted = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

type RowProps = { upload: Upload } & Pick<Uploads, 'cancel' | 'retry'>;

/** One of hundreds may move at a time: the others are left as they are. */
const UploadRow = memo(({ upload, cancel, retry }: RowProps) => {
  const { id, name, bytes, state, sentBytes, reason } = upload;
  const hasEnded = isOver(upload);
  return (
    <li className={classes.upload}>
      <FileIcon file={{ name, type: '' }} />
      <div className={classes.words}>
        <div className={classes.line}>
          <span className={classes.name} title={name}>
            {name}
          </span>
          <span className={classes.size}>{state === 'waiting' ? 'Waiting' : fileSize(bytes)}</span>
        </div>
        {hasEnded ? (
          <p className={classes.reason} role="alert">
            {reason}
          </p>
        ) : (
          <Progress
            size={4}
            value={bytes === 0 ? 0 : (Math.min(sentBytes, bytes) / bytes) * 100}
            aria-label={`Progress of ${name}`}
          />
        )}
      </div>
      {state === 'failed' && (
        <Button size="xs" onClick={() => retry(id)} aria-label={`Retry ${name}`}>
          Retry
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        aria-label={hasEnded ? `Remove ${name} from the list` : `Cancel ${name}`}
        onClick={() => cancel(id)}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
});
