import { fileRoutes } from '#domain/files/routes.ts';
import type { Message } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { mayPass } from '#web/platform/queries.ts';
import { outbox, type Unsent } from './outbox.ts';

const longestCallMs = 30_000;
const longestUploadMs = 600_000;

/**
 * Sends what a member has in the outbox, each room in the order it was written. Answers whether something is left
 * that may go out later by itself. `take` puts what was stored into the room.
 */
export async function sendUnsent(
  memberId: string,
  take: (roomId: string, message: Message) => Promise<void>,
): Promise<boolean> {
  const waiting = new Set<string>();
  for (;;) {
    const unsent = await outbox.of(memberId);
    const next = unsent.find(({ roomId, failed }) => !failed?.isRefused && !waiting.has(roomId));
    if (!next) return waiting.size > 0;
    try {
      await take(next.roomId, await send(next));
      await outbox.remove(next.place);
    } catch (error) {
      const isRefused = !mayPassLater(error);
      if (!isRefused) waiting.add(next.roomId);
      await outbox.change(next.place, { failed: { reason: problemIn(error).title, isRefused } });
    }
  }
}

async function send({ place, messageId, roomId, text, replyTo, mentions, files }: Unsent): Promise<Message> {
  for (const [at, { id, blob, name }] of files.entries()) {
    if (!blob) continue;
    const file = new Blob([blob], { type: 'application/octet-stream' });
    const signal = AbortSignal.timeout(longestUploadMs);
    await call(fileRoutes.addToRoom, { params: { roomId }, query: { fileId: id }, file, fileName: name }, signal);
    await outbox.change(place, { files: files.map((each, index) => (index <= at ? { ...each, blob: null } : each)) });
  }
  const body = {
    messageId,
    text,
    replyTo: replyTo?.id ?? null,
    mentions: [...mentions],
    files: files.map(({ id }) => id),
  };
  return call(roomRoutes.send, { params: { roomId }, body }, AbortSignal.timeout(longestCallMs));
}

/** A session that ended begins again; a call that took too long may be quicker. */
const mayPassLater = (error: unknown): boolean =>
  mayPass(error) || problemIn(error).status === 401 || (error instanceof DOMException && error.name === 'TimeoutError');
