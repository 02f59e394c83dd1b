import { useCallback, useState } from 'react';
import { withoutUnsafe } from '#domain/kernel/text.ts';
import { type Entry, mayEdit, type Message, MessageDraft, MessageEdit } from '#domain/rooms/message.ts';
import type { Room } from '#domain/rooms/room.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { mentionsIn } from './mentions.ts';
import { outbox } from './outbox.ts';
import { emptyDraft } from './drafts.ts';
import { useDraft } from './use-draft.ts';
import { useEnclosing } from './use-enclosing.ts';
import { useSayTyping } from './use-typing.ts';
import type { Wish } from './wish.ts';

export const longestText = 4000;

type Props = {
  room: Room;
  memberId: string;
  entries: readonly Entry[];
  wish: (wish: Wish) => Promise<boolean>;
  onSent: () => void;
};

/** What is being written in a room: a message, an answer, or other words for one that was sent. */
export function useWriting({ room, memberId, entries, wish, onSent }: Props) {
  const [draft, setDraft] = useDraft(memberId, room.id);
  const [edit, setEdit] = useState<{ message: Message; text: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const enclosing = useEnclosing(room.id, draft, setDraft);
  const sayTyping = useSayTyping(room.id);
  const typed = edit?.text ?? draft.text;

  const startEdit = useCallback((message: Message) => setEdit({ message, text: message.text }), []);
  const startReply = useCallback(
    ({ id, seq, sender, text }: Message) => {
      setEdit(null);
      setDraft((draft) => ({ ...draft, replyTo: { id, seq, name: sender.name, text: text.slice(0, 200) } }));
    },
    [setDraft],
  );

  const type = (text: string) => {
    setError(null);
    if (edit) return setEdit({ ...edit, text });
    setDraft((draft) => ({ ...draft, text }));
    if (text.trim() !== '') sayTyping();
  };

  const mend = async (message: Message, text: string) => {
    const mentions = mentionsIn(text, room.members);
    setEdit(null);
    // What was refused is given back to go on from.
    if (text !== message.text && !(await wish({ what: 'edit', message, text, mentions }))) setEdit({ message, text });
  };

  const send = async (text: string) => {
    const files = enclosing.take();
    setDraft(() => emptyDraft);
    onSent();
    try {
      await outbox.add({
        messageId: crypto.randomUUID(),
        memberId,
        roomId: room.id,
        text,
        replyTo: draft.replyTo,
        mentions: mentionsIn(text, room.members),
        files,
        writtenAt: new Date().toISOString(),
      });
    } catch (error) {
      setDraft(() => draft);
      toastProblem(error);
    }
  };

  const submit = () => {
    const text = (edit ? MessageEdit : MessageDraft).shape.text.safeParse(withoutUnsafe(typed));
    setError(text.success ? null : problemOf(typed));
    if (!text.success) return;
    if (edit) return void mend(edit.message, text.data);
    if (text.data !== '' || enclosing.count > 0) void send(text.data);
  };

  return {
    typed,
    error,
    editing: edit?.message ?? null,
    replyTo: edit ? null : draft.replyTo,
    enclosing,
    type,
    submit,
    startEdit,
    startReply,
    /** Answers false when there is nothing of one's own that may still be mended. */
    editLast: (): boolean => {
      const last = entries.findLast(
        (entry): entry is Message => entry.kind === 'message' && mayEdit(entry, memberId, new Date()),
      );
      if (last) setEdit({ message: last, text: last.text });
      return last !== undefined;
    },
    giveUp: () => {
      setError(null);
      if (edit) setEdit(null);
      else setDraft((draft) => ({ ...draft, replyTo: null }));
    },
  };
}
export type Writing = ReturnType<typeof useWriting>;

function problemOf(typed: string): string {
  if (typed.trim() === '') return 'Please fill this in';
  const over = typed.trim().length - longestText;
  return `A message holds ${longestText.toLocaleString('en')} characters; this is ${over.toLocaleString('en')} too long`;
}
