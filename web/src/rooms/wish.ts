import type { Entry, Message } from '#domain/rooms/message.ts';

/** What a person did to a message and the server has not confirmed. */
export type Wish = { message: Message } & (
  | { what: 'edit'; text: string; mentions: string[] }
  | { what: 'remove' }
  | { what: 'react'; emoji: string; on: boolean }
);

/** The entries as they will be when all that is wished is done. */
export function wished(
  entries: readonly Entry[],
  wishes: readonly Wish[],
  memberId: string,
  at: string,
): readonly Entry[] {
  if (wishes.length === 0) return entries;
  return entries.map((entry) =>
    entry.kind === 'line'
      ? entry
      : wishes
          .filter(({ message }) => message.id === entry.id)
          .reduce((done, wish) => wishedOf(done, wish, memberId, at), entry),
  );
}

function wishedOf(message: Message, wish: Wish, memberId: string, at: string): Message {
  switch (wish.what) {
    case 'edit':
      return { ...message, text: wish.text, mentions: wish.mentions, editedAt: at };
    case 'remove':
      return { ...message, text: '', files: [], replyTo: null, mentions: [], reactions: [], deletedAt: at };
    case 'react':
      return { ...message, reactions: reacted(message.reactions, wish.emoji, memberId, wish.on) };
  }
}

function reacted(reactions: Message['reactions'], emoji: string, memberId: string, on: boolean): Message['reactions'] {
  const has = reactions.some((each) => each.emoji === emoji);
  const changed = reactions.map((each) => {
    if (each.emoji !== emoji) return each;
    const others = each.by.filter((id) => id !== memberId);
    return { emoji, by: on ? [...others, memberId] : others };
  });
  const added = on && !has ? [...changed, { emoji, by: [memberId] }] : changed;
  return added.filter(({ by }) => by.length > 0);
}
