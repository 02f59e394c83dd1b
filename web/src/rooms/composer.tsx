import { Button, Kbd, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { MessageDraft } from '#domain/rooms/message.ts';
import classes from './chat.module.css';

const Text = MessageDraft.shape.text;

/** Enter sends, Shift+Enter begins a line. What is sent leaves the field at once: the outbox keeps it from there on. */
export function Composer({ whom, onSend }: { whom: string; onSend: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);

  const send = () => {
    if (typed.trim() === '') return;
    const text = Text.safeParse(typed);
    setError(text.success ? null : (text.error.issues[0]?.message ?? 'This cannot be sent'));
    if (!text.success) return;
    onSend(text.data);
    setTyped('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also picks a word in an input method; that one must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={classes.composer}>
      <Textarea
        aria-label={`Write to ${whom}`}
        placeholder={`Write to ${whom}`}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={6}
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.send}>
        <Kbd className={classes.hint}>Enter sends</Kbd>
        <Button variant="filled" leftSection={<IconSend size={16} stroke={1.5} />} onClick={send}>
          Send
        </Button>
      </div>
    </div>
  );
}
