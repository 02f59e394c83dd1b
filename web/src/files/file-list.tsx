import { ActionIcon, FileButton, Title, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { FilePreview } from './file-preview.tsx';
import { filesOf } from './file-queries.ts';
import { FileRows } from './file-rows.tsx';
import { UploadTray } from './upload-tray.tsx';
import { useDrop } from './use-drop.ts';
import { useUploads } from './use-uploads.ts';
import classes from './files.module.css';

type Props = {
  place: FilePlace;
  title: string;
  /** Its reader has to join the room first. */
  isShut?: boolean;
};

/** The files of a room or a customer, newest first; more are added by the button or dropped anywhere on it. */
export function FileList({ place, title, isShut: isWaiting = false }: Props) {
  const id = useId();
  const files = useQuery({ ...filesOf(place), enabled: !isWaiting });
  const sending = useUploads(place);
  const { isOver, handlers } = useDrop(sending.add);
  const isShut = isWaiting || statusOf(files.error) === 409;
  return (
    <section
      className={classes.list}
      aria-labelledby={id}
      data-over={isOver || undefined}
      {...(files.data && handlers)}
    >
      <header className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {files.data && (
          <FileButton multiple onChange={sending.add} inputProps={{ 'aria-label': 'Files to add' }}>
            {(props) => (
              <Tooltip label="Add files">
                <ActionIcon variant="subtle" aria-label="Add files" {...props}>
                  <IconPlus size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
        )}
      </header>
      <UploadTray {...sending} />
      {files.data && <Shown files={files.data.items} isQuiet={sending.uploads.length > 0} />}
      {isShut && <p className={classes.quiet}>The files of this room are shown once you have joined its chat.</p>}
      {!files.data && !isShut && files.error && <Failed error={files.error} retry={() => void files.refetch()} />}
      {!files.data && !isShut && !files.error && <Loading rows={2} label="Loading the files" />}
    </section>
  );
}

function Shown({ files, isQuiet }: { files: StoredFile[]; isQuiet: boolean }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const at = files.findIndex(({ id }) => id === openId);
  if (files.length === 0)
    return isQuiet ? null : (
      <p className={classes.quiet}>
        No files yet.<span className={classes.drop}> Drop some here.</span>
      </p>
    );
  return (
    <>
      <FileRows files={files} onOpen={setOpenId} />
      {at >= 0 && (
        <FilePreview
          files={files}
          at={at}
          onMove={(next) => setOpenId(files[next]!.id)}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  );
}
