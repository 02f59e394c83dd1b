import { ActionIcon, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { messageSearch, shortestSearch } from './seat-queries.ts';
import classes from './room-search.module.css';

const typingMs = 200;

type Props = { roomId: string; onGoTo: (seq: number) => void; onClose: () => void };

/** Finds words in a room: the newest message that has them first, and with the arrows the ones before and after it. */
export function RoomSearch({ roomId, onGoTo, onClose }: Props) {
  const queries = useQueryClient();
  const [at, setAt] = useState(0);
  const search = useMutation({
    mutationFn: async (q: string) => {
      const { items } = await queries.fetchQuery(messageSearch(q, roomId));
      return items.map(({ message }) => message.seq).toSorted((a, b) => b - a);
    },
  });
  const seqs = search.data ?? [];

  const show = (found: readonly number[], index: number) => {
    const seq = found[index];
    if (seq === undefined) return;
    setAt(index);
    onGoTo(seq);
  };
  const go = (index: number) => show(seqs, index);
  const look = useDebouncedCallback((typed: string) => {
    const q = typed.trim();
    if (q.length < shortestSearch) search.reset();
    else search.mutate(q, { onSuccess: (found) => show(found, 0) });
  }, typingMs);

  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      Enter: () => go(event.shiftKey ? at - 1 : at + 1),
      ArrowUp: () => go(at + 1),
      ArrowDown: () => go(at - 1),
      Escape: onClose,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <search className={classes.bar}>
      <TextInput
        type="search"
        className={classes.field}
        aria-label="Search messages"
        placeholder="Search messages..."
        leftSection={<IconSearch size={16} stroke={1.5} />}
        maxLength={100}
        autoFocus
        onChange={(event) => look(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={classes.count}>
        {search.isError ? 'The search failed' : search.data && countWords(at, seqs.length)}
      </span>
      <ActionIcon aria-label="Previous message" disabled={at + 1 >= seqs.length} onClick={() => go(at + 1)}>
        <IconChevronUp size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label="Next message" disabled={at === 0 || seqs.length === 0} onClick={() => go(at - 1)}>
        <IconChevronDown size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label="Close the search" onClick={onClose}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </search>
  );
}

const countWords = (at: number, count: number): string => (count === 0 ? 'No message' : `${at + 1} of ${count}`);
