import { ActionIcon, Button, Kbd, Textarea } from '@mantine/core';
import { IconPaperclip, IconSend } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RoomMember } from '#domain/rooms/room.ts';
import { pastedFiles } from '#web/files/use-drop.ts';
import { ComposerBar } from './composer-bar.tsx';
import { EnclosedFiles } from './enclosed-files.tsx';
import { MentionPicker } from './mention-picker.tsx';
import { useMentions } from './use-mentions.ts';
import { longestText, type Writing } from './use-writing.ts';
import classes from './composer.module.css';

/** How near the end of what fits the count shows. */
const countFrom = longestText - 400;

type Props = { writing: Writing; whom: string; people: readonly RoomMember[] };

/** Enter sends, Shift+Enter begins a line. What is sent leaves the field at once: the outbox keeps it from there on. */
export function Composer({ writing, whom, people }: Props) {
  const { typed, error, editing, replyTo, enclosing } = writing;
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const listId = useId();
  const mentions = useMentions({ field, typed, people, onType: writing.type });

  useEffect(() => {
    if (editing || replyTo) field.current?.focus();
  }, [editing, replyTo]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also picks a word in an input method; that one must not send.
    if (event.nativeEvent.isComposing) return;
    if (mentions.onKey(event)) return;
    if (event.key === 'Escape' && (editing || replyTo)) return writing.giveUp();
    if (event.key === 'ArrowUp' && typed === '' && writing.editLast()) return event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    writing.submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event);
    if (files.length === 0 || editing) return;
    event.preventDefault();
    enclosing.add(files);
  };

  return (
    <div className={classes.composer}>
      <ComposerBar writing={writing} />
      {mentions.found.length > 0 && <MentionPicker id={listId} mentions={mentions} />}
      {!editing && <EnclosedFiles enclosing={enclosing} />}
      <Textarea
        ref={field}
        aria-label={`Write to ${whom}`}
        placeholder={`Write to ${whom}`}
        aria-controls={mentions.found.length > 0 ? listId : undefined}
        aria-activedescendant={mentions.found.length > 0 ? `${listId}-${mentions.chosen}` : undefined}
        dir="auto"
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={6}
        value={typed}
        error={error}
        onChange={(event) => writing.type(event.currentTarget.value)}
        onSelect={mentions.onSelect}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <div className={classes.send}>
        {!editing && (
          <ActionIcon size={28} aria-label="Attach files" onClick={() => files.current?.click()}>
            <IconPaperclip size={16} stroke={1.5} />
          </ActionIcon>
        )}
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            enclosing.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <span className={classes.grow} />
        {typed.length > countFrom && (
          <span className={classes.count} data-over={typed.length > longestText || undefined}>
            {typed.length.toLocaleString('en')} of {longestText.toLocaleString('en')}
          </span>
        )}
        <Kbd className={classes.hint}>{editing ? 'Esc gives up' : 'Enter sends'}</Kbd>
        <Button variant="filled" leftSection={<IconSend size={16} stroke={1.5} />} onClick={writing.submit}>
          {editing ? 'Save' : 'Send'}
        </Button>
      </div>
    </div>
  );
}
