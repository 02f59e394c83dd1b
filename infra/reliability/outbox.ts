import type { Message, MessageDraft } from '#domain/rooms/message.ts';

type Draft = Pick<MessageDraft, 'messageId' | 'text'>;
type Waiting = { draft: Draft; stored: PromiseWithResolvers<Message> };

/** Messages on their way in the order they were written, as the page keeps them: the next goes when one is stored. */
export function newOutbox(send: (draft: Draft) => Promise<Message>) {
  const waiting: Waiting[] = [];
  let isSending = false;

  const drain = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    for (let next = waiting[0]; next; next = waiting[0]) {
      await send(next.draft).then(next.stored.resolve, next.stored.reject);
      waiting.shift();
    }
    isSending = false;
  };
  return {
    add: (text: string): Promise<Message> => {
      const stored = Promise.withResolvers<Message>();
      waiting.push({ draft: { messageId: crypto.randomUUID(), text }, stored });
      void drain();
      return stored.promise;
    },
  };
}
