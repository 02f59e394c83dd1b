import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconX } from '@tabler/icons-react';
import type { Writing } from './use-writing.ts';
import classes from './composer.module.css';

/** What is being answered or mended, and the way out of it. */
export function ComposerBar({ writing: { editing, replyTo, giveUp } }: { writing: Writing }) {
  if (!editing && !replyTo) return null;
  const Icon = editing ? IconPencil : IconArrowBackUp;
  return (
    <div className={classes.about}>
      <Icon size={14} stroke={1.5} aria-hidden />
      <b>{editing ? 'Edit message' : `Reply to ${replyTo?.name}`}</b>
      <span dir="auto" className="cut">
        {editing?.text ?? (replyTo?.text || 'A file')}
      </span>
      <ActionIcon size={20} ml="auto" aria-label={editing ? 'Stop editing' : 'Do not reply'} onClick={giveUp}>
        <IconX size={14} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
