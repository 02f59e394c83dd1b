// First: the styles of the parts stand above those of the library, as in the app.
import { signedInAs } from './render-page.tsx';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type Mock, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { problems } from '#domain/kernel/problem.ts';
import type { Me } from '#domain/members/member.ts';
import type { Entry, Happening, Line, Message } from '#domain/rooms/message.ts';
import type { Receipts, Room, RoomMember } from '#domain/rooms/room.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { meQuery } from '#web/members/me.ts';
import { LiveProvider } from '#web/platform/live.tsx';
import { makeQueries } from '#web/platform/queries.ts';
import { Chat } from '#web/rooms/chat.tsx';
import { OutboxSender } from '#web/rooms/outbox-sender.tsx';
import { cssVariablesResolver, theme } from '#web/theme.ts';
import { answer } from './answer.ts';
import { goLive, sendLive } from './live.ts';
import { makeRoom } from './make-room.ts';
import { makeMessage } from './make-scored.ts';

export const dipika: RoomMember = { ...makeMessage(1).sender, as: 'member' };
export const tomas = { id: '0193f0a0-0000-7000-8000-00000000d2d2', name: 'Tomas Abara' };

/** What Tomas says, for `makeMessage`. */
export const byTomas = { sender: { ...tomas, role: 'employee' as const } };

export const said = (count: number): Message[] => Array.from({ length: count }, (_, index) => makeMessage(index + 1));

export const makeLine = (seq: number, happening: Happening): Line => ({
  kind: 'line',
  id: crypto.randomUUID(),
  seq,
  change: seq,
  sentAt: '2026-11-20T09:00:00.000Z',
  happening,
});

type Served = { me?: Me; room?: Partial<Room>; entries?: Entry[]; receipts?: Receipts };

let last: { joined: Mock; left: Mock } | undefined;

/** Leaving is the last call of a page; it is answered before the answers of the test are taken away. */
export async function leaveServedRoom(): Promise<void> {
  const room = last;
  last = undefined;
  await cleanup();
  if (room && room.joined.mock.calls.length > 0) await vi.waitUntil(() => room.left.mock.calls.length > 0);
}

/** A room that keeps what happens in it, as the server does. One is Tomas, who works for Dipika. */
export function serveRoom({
  me = signedInAs('employee', tomas),
  room: change = {},
  entries = [],
  receipts = {},
}: Served = {}) {
  const { id, name, role } = me.member;
  const room = makeRoom({ members: [dipika, { id, name, role, as: 'member' }], ...change });
  const served = {
    me,
    room,
    entries,
    receipts,
    joined: vi.fn(),
    left: vi.fn(),
    typed: vi.fn(),
    told: [] as { read?: number | undefined; delivered?: number | undefined }[],
    /** What the newest entry of the log changed last. */
    lastChange: () => Math.max(0, ...served.entries.map(({ change }) => change)),
    head: () => ({
      ...room,
      receipts: served.receipts,
      lastSeq: served.entries.length,
      lastChange: served.lastChange(),
    }),
    answerReading() {
      answer(roomRoutes.get, served.head);
      answer(roomRoutes.messages, ({ query: { after, before, limit } }) => {
        const lastChange = served.lastChange();
        const rest = { lastSeq: served.entries.length, lastChange, receipts: served.receipts };
        if (after === undefined) {
          const items = served.entries.filter(({ seq }) => seq < (before ?? Infinity)).slice(-limit);
          return { items, upTo: lastChange, ...rest };
        }
        const changed = served.entries.filter(({ change }) => change > after).toSorted((a, b) => a.change - b.change);
        const items = changed.slice(0, limit);
        return { items, upTo: changed.length > limit ? items.at(-1)!.change : lastChange, ...rest };
      });
    },
    /** Somebody else does something: it is stored, and published. */
    happen(entry: Entry) {
      const isNew = !served.entries.some(({ id }) => id === entry.id);
      served.store(entry);
      sendLive({ kind: isNew ? 'entry.added' : 'entry.changed', roomId: room.id, entry });
    },
    store(entry: Entry) {
      served.entries = [...served.entries.filter(({ id }) => id !== entry.id), entry].toSorted((a, b) => a.seq - b.seq);
    },
    change(messageId: string, by: (message: Message) => Partial<Message>): Message {
      const found = served.entries.find((each): each is Message => each.kind === 'message' && each.id === messageId);
      if (!found) throw problems.notFound('The message');
      const changed = { ...found, ...by(found), change: served.lastChange() + 1 };
      served.store(changed);
      return changed;
    },
  };
  last = served;
  served.answerReading();
  answer(roomRoutes.join, ({ body }) => {
    served.joined(body.connectionId);
    return served.head();
  });
  answer(roomRoutes.leave, ({ body }) => served.left(body.connectionId));
  answer(roomRoutes.typing, () => served.typed());
  answer(roomRoutes.receipt, ({ body }) => void served.told.push(body));
  answer(roomRoutes.send, ({ body }) => {
    const stored = served.entries.find((each): each is Message => each.id === body.messageId);
    if (stored) return stored;
    const quoted = served.entries.find((each): each is Message => each.id === body.replyTo);
    const message = makeMessage(served.entries.length + 1, {
      id: body.messageId,
      change: served.lastChange() + 1,
      sender: { id, name, role },
      text: body.text,
      replyTo: quoted ? { id: quoted.id, seq: quoted.seq, name: quoted.sender.name, text: quoted.text } : null,
      mentions: body.mentions,
      files: body.files.map((id) => ({ id, name: 'ring.jpg', type: 'image/jpeg', bytes: 1000, picture: null })),
      sentAt: new Date().toISOString(),
    });
    served.store(message);
    return message;
  });
  answer(roomRoutes.edit, ({ params, body }) =>
    served.change(params.messageId, () => ({ ...body, editedAt: new Date().toISOString() })),
  );
  answer(roomRoutes.remove, ({ params }) =>
    served.change(params.messageId, () => ({
      text: '',
      files: [],
      reactions: [],
      deletedAt: new Date().toISOString(),
    })),
  );
  answer(roomRoutes.react, ({ params, body }) =>
    served.change(params.messageId, ({ reactions }) => ({
      reactions: [
        ...reactions.filter(({ emoji }) => emoji !== body.emoji),
        ...(body.on ? [{ emoji: body.emoji, by: [id] }] : []),
      ],
    })),
  );
  return served;
}
export type ServedRoom = ReturnType<typeof serveRoom>;

/** The chat of a served room with what stands above it in the app: who one is, the socket and the outbox. */
export async function renderChat({ me, room }: Pick<ServedRoom, 'me' | 'room'>, goTo?: { seq: number }) {
  const queries = makeQueries();
  queries.setQueryData(meQuery.queryKey, me);
  const page = await render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <LiveProvider who={me.member.id}>
          <OutboxSender />
          <div style={{ height: '100vh' }}>
            <Chat roomId={room.id} goTo={goTo} />
          </div>
        </LiveProvider>
        <Notifications position="bottom-left" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await goLive();
  return page;
}

export const field = (page: Awaited<ReturnType<typeof renderChat>>) => page.getByRole('textbox', { name: /Write to/ });
