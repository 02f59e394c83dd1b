import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { FileIcon } from '#web/files/file-icon.tsx';
import { UploadTray } from '#web/files/upload-tray.tsx';
import type { Enclosing } from './use-enclosing.ts';
import classes from './composer.module.css';

/** What goes out with the message, and what is still on its way to the server. */
export function EnclosedFiles({ enclosing: { files, tray, isFull, remove } }: { enclosing: Enclosing }) {
  return (
    <>
      {files.length > 0 && (
        <ul aria-label="Attached files" className={classes.enclosed}>
          {files.map((file) => (
            <li key={file.id}>
              <FileIcon file={file} />
              <span className="cut">{file.name}</span>
              <ActionIcon size={20} aria-label={`Remove ${file.name}`} onClick={() => remove(file.id)}>
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <UploadTray {...tray} />
      {isFull && (
        <p role="status" className={classes.full}>
          A message carries 20 files. Send these first, then the rest.
        </p>
      )}
    </>
  );
}
