import { ActionIcon, Button, Loader, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { isShownInPage, pdf } from '#domain/files/file-rules.ts';
import type { FileInRoom } from '#domain/files/file.ts';
import { Failed } from '#web/platform/faces.tsx';
import { toastProblem } from '#web/platform/toast.tsx';
import { downloadFile } from './download-file.ts';
import { FileIcon } from './file-icon.tsx';
import { linkOf } from './file-queries.ts';
import { fileSize } from './file-size.ts';
import classes from './file-preview.module.css';

type Props = { files: readonly FileInRoom[]; at: number; onMove: (at: number) => void; onClose: () => void };

/** One file of several, as large as the screen allows. Arrows go to its neighbours; Escape goes back to where one was. */
export function FilePreview({ files, at, onMove, onClose }: Props) {
  const file = files[at]!;
  useFocusBack();
  const move = (by: number) => {
    if (files[at + by]) onMove(at + by);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') move(-1);
    if (key === 'ArrowRight') move(1);
  };
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={<Title file={file} at={at} of={files.length} />}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: classes.content!, header: classes.header!, title: classes.title!, body: classes.body! }}
      onKeyDown={onKeyDown}
    >
      <Content key={file.id} file={file} />
      {files.length > 1 && (
        <nav className={classes.moves} aria-label="Files">
          <ActionIcon
            size={40}
            variant="default"
            radius="xl"
            aria-label="Previous file"
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <IconChevronLeft size={20} stroke={1.5} />
          </ActionIcon>
          <Download file={file} />
          <ActionIcon
            size={40}
            variant="default"
            radius="xl"
            aria-label="Next file"
            disabled={at === files.length - 1}
            onClick={() => move(1)}
          >
            <IconChevronRight size={20} stroke={1.5} />
          </ActionIcon>
        </nav>
      )}
      {files.length === 1 && (
        <div className={classes.moves}>
          <Download file={file} />
        </div>
      )}
    </Modal>
  );
}

/** A dialog that is taken away whole leaves the focus nowhere. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}

const Title = ({ file: { name, bytes }, at, of }: { file: FileInRoom; at: number; of: number }) => (
  <>
    <span className={classes.name}>{name}</span>
    <span className="muted">
      {fileSize(bytes)}
      {of > 1 && ` · ${at + 1} of ${of}`}
    </span>
  </>
);

function Content({ file }: { file: FileInRoom }) {
  const link = useQuery(linkOf(file.id));
  if (link.error) return <Failed error={link.error} retry={() => void link.refetch()} />;
  if (!isShownInPage(file)) return <NotShown file={file} />;
  if (!link.data) return <Loader role="status" aria-label={`Loading ${file.name}`} />;
  // The readers of browsers do not run in a sandbox. It is nothing but a PDF: its type and its own policy see to that.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  if (file.type === pdf) return <iframe className={classes.frame} src={link.data.url} title={file.name} />;
  return <img className={classes.picture} src={link.data.url} alt={file.name} />;
}

const NotShown = ({ file }: { file: FileInRoom }) => (
  <div className={classes.notShown}>
    <FileIcon file={file} size={48} />
    <p>This kind of file is not shown here.</p>
  </div>
);

function Download({ file }: { file: FileInRoom }) {
  const download = useMutation({ mutationFn: downloadFile, onError: toastProblem });
  return (
    <Button
      size="md"
      leftSection={<IconDownload size={16} stroke={1.5} />}
      loading={download.isPending}
      onClick={() => download.mutate(file)}
    >
      Download
    </Button>
  );
}
