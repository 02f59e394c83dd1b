import { expect, test, vi } from 'vitest';
import { MessageDraft } from '#domain/rooms/message.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { readEntries } from './read-entries.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom, wordsIn } from './testing/in-room.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test(
  'F177 F179 W28 twenty messages at once from two people, on two servers, are stored in one order without gaps',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    // Another server loads the program anew: it shares nothing with this one but the database.
    vi.resetModules();
    const elsewhere = await import('#functions/work.ts');
    const there = elsewhere.workFor(
      employee.caller,
      elsewhere.visitOf(new Headers(), () => undefined),
    );
    await Promise.all(
      upTo(10).flatMap((n) => [
        sendMessage(customer, roomId, draft(`here ${n}`)),
        sendMessage(there, roomId, draft(`there ${n}`)),
      ]),
    );

    const stored = await everyEntry(crm.system(), roomId);
    expect(stored.map(({ seq }) => seq)).toEqual(upTo(20));
    expect(stored.map(({ change }) => change)).toEqual(upTo(20));
    expect(new Set(await wordsIn(crm.system(), roomId)).size).toBe(20);
    expect(await crm.system().rooms.head(roomId)).toMatchObject({ lastSeq: 20, lastChange: 20 });
  }),
);

test(
  'the same message sent ten times at once is stored once, and each sender hears the stored one',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    const message = draft('Is the claw safe?');
    const answers = await Promise.all(upTo(10).map(() => sendMessage(customer, roomId, message)));

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await everyEntry(customer, roomId)).toEqual([answers[0]]);
  }),
);

test(
  'a message sent again with other words keeps the first words, and nobody takes its id for their own',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const message = draft('first');
    const stored = await sendMessage(customer, roomId, message);
    expect(await sendMessage(customer, roomId, { ...message, text: 'second' })).toEqual(stored);
    expect(await refusalOf(sendMessage(employee, roomId, { ...message, text: 'third' }))).toMatchObject({
      status: 409,
    });
    expect(await wordsIn(customer, roomId)).toEqual(['first']);
  }),
);

test(
  'W20 a task that nobody works on yet has a room: what is said in it is there for who comes',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const { id: roomId } = await createTask(customer, make.taskDraft());
    await sendMessage(customer, roomId, draft('Anybody there?'));
    expect(await wordsIn(crm.system(), roomId)).toEqual(['Anybody there?']);
    expect((await crm.system().rooms.head(roomId))?.members).toMatchObject([
      { id: customer.caller.memberId, role: 'customer', as: 'member' },
    ]);
  }),
);

test(
  'F085 F197 somebody who is not in the task cannot read or speak in its room',
  withCrm(async (crm) => {
    const { roomId } = await taskRoom(crm);
    for (const role of ['customer', 'employee'] as const) {
      const stranger = await crm.work(role);
      expect(await refusalOf(sendMessage(stranger, roomId, draft('Hello')))).toMatchObject({ status: 404 });
      expect(await refusalOf(readEntries(stranger, roomId, { limit: 50 }))).toMatchObject({ status: 404 });
    }
    expect(await everyEntry(crm.system(), roomId)).toEqual([]);
  }),
);

test(
  'W4 a message that was on its way while the task went to another is refused, and its sender not brought back',
  withCrm(async (crm) => {
    const { customer, employee: tomas, admin, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft('Hello'));
    const nils = await crm.work('employee');
    const reassign = async () => {
      const { version } = await admin.tasks.get(roomId);
      await assignTask(admin, roomId, { employeeId: nils.caller.memberId, version });
      await followFeeds(crm, [roomId]);
    };
    const find = async (id: string) => {
      const seen = await tomas.tasks.find(id);
      if (seen?.employee?.id === tomas.caller.memberId) await reassign();
      return seen;
    };
    const late = sendMessage({ ...tomas, tasks: { ...tomas.tasks, find } }, roomId, draft('On its way'));
    expect(await refusalOf(late)).toMatchObject({ status: 404 });
    expect(await wordsIn(admin, roomId)).toEqual(['Hello']);
    const ids = [customer, nils].map(({ caller }) => caller.memberId);
    expect((await admin.rooms.head(roomId))!.members.map(({ id }) => id)).toEqual(ids);
  }),
);

test(
  'a leader reads and speaks in a task’s room after joining it, not before',
  withCrm(async (crm) => {
    const { admin, roomId } = await taskRoom(crm);
    expect(await refusalOf(readEntries(admin, roomId, { limit: 50 }))).toMatchObject({ status: 409 });
    expect(await refusalOf(sendMessage(admin, roomId, draft('Unseen')))).toMatchObject({ status: 409 });
    expect(await everyEntry(crm.system(), roomId)).toEqual([]);
  }),
);

test(
  'F193 W30 history is read in pages: the newest, those before, and what changed after where somebody was',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    for (const n of upTo(7)) await sendMessage(customer, roomId, draft(`message ${n}`));
    const page = async (where: { after?: number; before?: number }) => {
      const { items, upTo: known } = await readEntries(customer, roomId, { ...where, limit: 3 });
      return [items.map(({ seq }) => seq), known];
    };

    expect(await page({})).toEqual([[5, 6, 7], 7]);
    expect(await page({ before: 5 })).toEqual([[2, 3, 4], 7]);
    expect(await page({ before: 2 })).toEqual([[1], 7]);
    expect(await page({ after: 2 })).toEqual([[3, 4, 5], 5]);
    expect(await page({ after: 5 })).toEqual([[6, 7], 7]);
    expect(await page({ after: 7 })).toEqual([[], 7]);
    expect(await refusalOf(readEntries(customer, roomId, { after: 1, before: 3, limit: 3 }))).toMatchObject({
      status: 400,
    });
  }),
);

test.each([
  ['nothing', { text: '' }, false],
  ['only white space', { text: ' \n\t ' }, false],
  ['100,000 characters', { text: 'x'.repeat(100_000) }, false],
  ['4,000 characters', { text: 'x'.repeat(4000) }, true],
  ['a control character', { text: 'a\u0000b' }, false],
  ['a right-to-left override', { text: 'photo\u202egnp.exe' }, false],
  ['half a surrogate pair', { text: 'a\ud83d' }, false],
  ['HTML, which is text', { text: '<script>alert(1)</script>' }, true],
  ['words of any script', { text: 'नमस्ते، שלום — 你好 🙂' }, true],
  ['several lines', { text: 'one\ntwo' }, true],
  ['a sender', { sender: { id: crypto.randomUUID(), name: 'Ada', role: 'admin' } }, false],
  ['a place in the order', { seq: 1 }, false],
  ['an id that is none', { messageId: 'first' }, false],
  ['the id of the room’s head', { messageId: 'room' }, false],
  ['21 files', { files: upTo(21).map(() => crypto.randomUUID()) }, false],
])('a message with %s: taken %s', (_, change, isTaken) => {
  expect(MessageDraft.safeParse({ ...draft('Hello'), ...change }).success).toBe(isTaken);
});
