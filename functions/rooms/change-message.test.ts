import { describe, expect, test } from 'vitest';
import type { Message } from '#domain/rooms/message.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { editMessage } from './edit-message.ts';
import { joinRoom } from './join-room.ts';
import { reactToMessage } from './react-to-message.ts';
import { readEntries } from './read-entries.ts';
import { removeMessage } from './remove-message.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom } from './testing/in-room.ts';

const minute = 60_000;
const later = (work: Work, ms: number): Work => ({ ...work, now: () => new Date(Date.now() + ms) });
const words = (text: string, mentions: string[] = []) => ({ text, mentions });

async function said(crm: Crm, text = 'Is the claw save?') {
  const room = await taskRoom(crm);
  const message = await sendMessage(room.customer, room.roomId, draft(text));
  return { ...room, message, at: { roomId: room.roomId, messageId: message.id } };
}

const messages = async (work: Work, roomId: string): Promise<Message[]> =>
  (await everyEntry(work, roomId)).flatMap((entry) => (entry.kind === 'message' ? [entry] : []));

describe('a message is mended', () => {
  test(
    'in its place, with the next change, and the last line of the room says it too',
    withCrm(async (crm) => {
      const { customer, message, at, roomId } = await said(crm);
      const edited = await editMessage(customer, at, words('Is the claw safe?'));
      expect(edited).toEqual({ ...message, text: 'Is the claw safe?', change: 2, editedAt: expect.any(String) });
      expect(await everyEntry(customer, roomId)).toEqual([edited]);
      expect((await customer.rooms.head(roomId))?.lastLine?.text).toBe('Is the claw safe?');
      expect(await editMessage(customer, at, words('Is the claw safe?'))).toEqual(edited);
    }),
  );

  test.each([
    ['a second before a quarter of an hour is over', null, 15 * minute - 1000],
    ['when it is over', 409, 15 * minute],
  ])('%s: refused with %s', (_, status, ms) =>
    withCrm(async (crm) => {
      const { customer, at, message } = await said(crm);
      const now = new Date(Date.parse(message.sentAt) + ms);
      const refused = await refusalOf(editMessage({ ...customer, now: () => now }, at, words('Safe')));
      expect(refused?.status ?? null).toBe(status);
    })(),
  );

  test(
    'by nobody else, not in another room, and not after it was deleted',
    withCrm(async (crm) => {
      const { customer, employee, at } = await said(crm);
      expect(await refusalOf(editMessage(employee, at, words('Mine')))).toMatchObject({ status: 409 });
      const other = await taskRoom(crm);
      const elsewhere = { ...at, roomId: other.roomId };
      expect(await refusalOf(editMessage(other.customer, elsewhere, words('Mine')))).toMatchObject({ status: 404 });
      expect(await refusalOf(editMessage(customer, elsewhere, words('Mine')))).toMatchObject({ status: 404 });
      await removeMessage(customer, at);
      expect(await refusalOf(editMessage(customer, at, words('Back')))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'by ten edits and ten reactions at once: each takes a number, and nothing is lost',
    withCrm(async (crm) => {
      const { customer, employee, at, roomId } = await said(crm);
      const emojis = ['👍', '🙂', '🎉', '❤️', '🙏', '👀', '✅', '🔥', '💯', '💍'];
      await Promise.all([
        ...emojis.map((emoji) => reactToMessage(employee, at, { emoji, on: true })),
        ...emojis.map((_, n) => editMessage(customer, at, words(`words ${n}`))),
      ]);
      const [message] = await messages(customer, roomId);
      expect(message!.change).toBe(21);
      expect(message!.reactions.map(({ emoji }) => emoji).toSorted()).toEqual(emojis.toSorted());
      expect(await customer.rooms.head(roomId)).toMatchObject({ lastSeq: 1, lastChange: 21 });
    }),
  );
});

describe('a message is deleted', () => {
  test(
    'its place stays, and nothing of what was said is anywhere: not in the room, its last line or a reply',
    withCrm(async (crm) => {
      const { customer, employee, at, roomId, message } = await said(crm, 'My secret is 4711');
      await reactToMessage(employee, at, { emoji: '👍', on: true });
      const reply = await sendMessage(employee, roomId, draft('Noted', { replyTo: message.id }));
      expect(reply.replyTo).toEqual({ id: message.id, seq: 1, name: message.sender.name, text: 'My secret is 4711' });

      const gone = await removeMessage(customer, at);
      expect(gone).toMatchObject({ seq: 1, text: '', files: [], reactions: [], deletedAt: expect.any(String) });
      expect(await removeMessage(customer, at)).toEqual(gone);
      const { items } = await readEntries(employee, roomId, { after: 3, limit: 50 });
      expect(items).toMatchObject([{ id: message.id }, { id: reply.id, replyTo: { id: message.id, text: '' } }]);
      const stored = JSON.stringify([await everyEntry(customer, roomId), await customer.rooms.head(roomId)]);
      expect(stored).not.toContain('4711');
      expect(await customer.rooms.withWords(roomId, ['4711'], 10)).toEqual([]);
    }),
  );

  test(
    'by who wrote it, at any time, and by a leader who is in the room; by nobody else',
    withCrm(async (crm) => {
      const { customer, employee, admin, at, roomId } = await said(crm);
      expect(await refusalOf(removeMessage(employee, at))).toMatchObject({ status: 409 });
      expect(await refusalOf(removeMessage(admin, at))).toMatchObject({ status: 409 });
      expect((await messages(customer, roomId))[0]!.deletedAt).toBeNull();

      await joinRoom(admin, roomId, 'a connection');
      expect((await removeMessage(admin, at)).deletedAt).not.toBeNull();
      const second = await sendMessage(customer, roomId, draft('Another'));
      const tomorrow = later(customer, 24 * 60 * minute);
      expect((await removeMessage(tomorrow, { roomId, messageId: second.id })).text).toBe('');
    }),
  );
});

describe('an emoji', () => {
  test(
    'is put on once by each, taken off by who put it there, and gone with the last',
    withCrm(async (crm) => {
      const { customer, employee, at } = await said(crm);
      const [ada, tomas] = [customer.caller.memberId, employee.caller.memberId];
      const put = async (work: Work, on: boolean) => (await reactToMessage(work, at, { emoji: '👍🏽', on })).reactions;
      expect(await put(customer, true)).toEqual([{ emoji: '👍🏽', by: [ada] }]);
      expect(await put(employee, true)).toEqual([{ emoji: '👍🏽', by: [ada, tomas] }]);
      expect(await put(employee, true)).toEqual([{ emoji: '👍🏽', by: [ada, tomas] }]);
      expect(await put(customer, false)).toEqual([{ emoji: '👍🏽', by: [tomas] }]);
      expect(await put(employee, false)).toEqual([]);
      expect(await put(employee, false)).toEqual([]);
    }),
  );

  test(
    'is refused on a deleted message and on a line',
    withCrm(async (crm) => {
      const { customer, admin, at, roomId } = await said(crm);
      await joinRoom(admin, roomId, 'a connection');
      const line = (await everyEntry(customer, roomId)).find(({ kind }) => kind === 'line')!;
      const on = { emoji: '👍', on: true };
      expect(await refusalOf(reactToMessage(customer, { roomId, messageId: line.id }, on))).toMatchObject({
        status: 404,
      });
      await removeMessage(customer, at);
      expect(await refusalOf(reactToMessage(customer, at, on))).toMatchObject({ status: 409 });
    }),
  );
});

describe('what a message hangs on', () => {
  test(
    'is a message of the same room, or it is refused and nothing stored',
    withCrm(async (crm) => {
      const [here, there] = [await said(crm), await said(crm)];
      const reply = draft('To yours', { replyTo: there.message.id });
      expect(await refusalOf(sendMessage(here.customer, here.roomId, reply))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/replyTo' }],
      });
      expect(await messages(here.customer, here.roomId)).toHaveLength(1);
    }),
  );

  test(
    'names members of the room once each, and nobody else',
    withCrm(async (crm) => {
      const { customer, employee, roomId } = await taskRoom(crm);
      const [ada, tomas] = [customer.caller.memberId, employee.caller.memberId];
      const mentions = [tomas, tomas, (await crm.work('employee')).caller.memberId, crypto.randomUUID()];
      const message = await sendMessage(customer, roomId, draft('@Tomas', { mentions }));
      expect(message.mentions).toEqual([tomas]);
      const edited = await editMessage(customer, { roomId, messageId: message.id }, words('@me', [ada, ...mentions]));
      expect(edited.mentions).toEqual([ada, tomas]);
    }),
  );
});
