import { type KeyboardEvent, type RefObject, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { RoomMember } from '#domain/rooms/room.ts';
import { matching, mentionAt, withMention } from './mentions.ts';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  typed: string;
  people: readonly RoomMember[];
  onType: (text: string) => void;
};

/** Who may be meant by what stands behind an @ at the caret. */
export function useMentions({ field, typed, people, onType }: Props) {
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const caretAfter = useRef<number | null>(null);

  const mention = mentionAt(typed, caret);
  const found = mention && mention.from !== closedAt ? matching(people, mention.query) : [];
  const chosen = Math.min(at, found.length - 1);

  // The caret can be put behind the name only once the name is in the field.
  useEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const pick = (person: RoomMember | undefined) => {
    if (!mention || !person) return;
    const next = withMention(typed, caret, mention.from, person.name);
    onType(next.text);
    setCaret(next.caret);
    caretAfter.current = next.caret;
    field.current?.focus();
  };

  /** Answers true when the key was for the picker. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (found.length === 0) return false;
    const { length } = found;
    if (event.key === 'ArrowDown') setAt((chosen + 1) % length);
    else if (event.key === 'ArrowUp') setAt((chosen + length - 1) % length);
    else if (event.key === 'Escape') setClosedAt(mention?.from ?? null);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(found[chosen]);
    else return false;
    event.preventDefault();
    return true;
  };

  const onSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    setCaret(currentTarget.selectionEnd);
    setAt(0);
  };
  return { found, chosen, pick, onKey, onSelect };
}
export type Mentions = ReturnType<typeof useMentions>;
