import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { mayRemoveFile, type StoredFile } from '#domain/files/file.ts';
import { useMe } from '#web/members/me.ts';
import { useRemoveFile } from './file-queries.ts';
import { fileSize } from './file-size.ts';
import { Thumbnail } from './thumbnail.tsx';
import classes from './files.module.css';

const fewRows = 8;

/** The newest few; the others when they are asked for. */
export function FileRows({ files, onOpen }: { files: StoredFile[]; onOpen: (fileId: string) => void }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole || files.length <= fewRows + 2 ? files : files.slice(0, fewRows);
  return (
    <>
      <ul className={classes.rows}>
        {shown.map((file) => (
          <FileRow key={file.id} file={file} onOpen={() => onOpen(file.id)} />
        ))}
      </ul>
      {shown.length < files.length && (
        <Button size="xs" variant="subtle" onClick={() => setIsWhole(true)}>
          Show all {files.length} files
        </Button>
      )}
    </>
  );
}

const stateWords: Partial<Record<StoredFile['state'], string>> = {
  checking: 'Being checked',
  quarantined: 'Harmful, blocked',
};

function FileRow({ file, onOpen }: { file: StoredFile; onOpen: () => void }) {
  const { member } = useMe();
  const { remove, isRemoving } = useRemoveFile();
  const { name, bytes, state, by } = file;
  const mayRemove = mayRemoveFile({ memberId: member.id, role: member.role }, file);
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.open} title={`${name}, sent by ${by.name}`} onClick={onOpen}>
        <Thumbnail file={file} />
        <span className={classes.name}>{name}</span>
        <span className={classes.size}>{stateWords[state] ?? fileSize(bytes)}</span>
      </UnstyledButton>
      {mayRemove && (
        <ActionIcon
          className={classes.remove ?? ''}
          variant="subtle"
          aria-label={`Delete ${name}`}
          loading={isRemoving}
          onClick={() => remove(file)}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      )}
    </li>
  );
}
