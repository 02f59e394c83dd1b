import { expect, test } from 'vitest';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { sendMessage } from './send-message.ts';

const roomOf = async (crm: Crm) => {
  const customer = await crm.work('customer');
  const { id: roomId } = await createTask(customer, make.taskDraft());
  return { customer, admin: await crm.work('admin'), roomId };
};
const draft = (text: string) => ({ messageId: crypto.randomUUID(), text });

test(
  'F177 twenty messages at once from two people are stored in one order without gaps',
  withCrm(async (crm) => {
    const { customer, admin, roomId } = await roomOf(crm);
    const people = [customer, admin];
    await Promise.all(Array.from({ length: 20 }, (_, n) => sendMessage(people[n % 2]!, roomId, draft(`message ${n}`))));

    const stored = await admin.rooms.messages(roomId, { after: 0, limit: 50 });
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(new Set(stored.map(({ text }) => text)).size).toBe(20);
    expect(await admin.rooms.lastSeq(roomId)).toBe(20);
  }),
);

test(
  'the same message sent ten times at once is stored once, and each sender hears the stored one',
  withCrm(async (crm) => {
    const { customer, roomId } = await roomOf(crm);
    const message = draft('Is the claw safe?');
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendMessage(customer, roomId, message)));

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await customer.rooms.messages(roomId, { after: 0, limit: 50 })).toEqual([answers[0]]);
  }),
);

test(
  'a message sent again with other words keeps the first words',
  withCrm(async (crm) => {
    const { customer, roomId } = await roomOf(crm);
    const message = draft('first');
    await sendMessage(customer, roomId, message);
    expect(await sendMessage(customer, roomId, { ...message, text: 'second' })).toMatchObject({
      text: 'first',
      seq: 1,
    });
  }),
);

test(
  'F085 somebody who is not in the task cannot speak in its room',
  withCrm(async (crm) => {
    const { roomId } = await roomOf(crm);
    const stranger = await crm.work('customer');
    await expect(sendMessage(stranger, roomId, draft('Hello'))).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await stranger.rooms.lastSeq(roomId)).toBe(0);
  }),
);

test(
  'F193 history is read from the newest page backwards, and forwards from where somebody was',
  withCrm(async (crm) => {
    const { customer, roomId } = await roomOf(crm);
    for (let n = 1; n <= 7; n++) await sendMessage(customer, roomId, draft(`message ${n}`));
    const seqs = async (where: { after?: number; before?: number }) =>
      (await customer.rooms.messages(roomId, { ...where, limit: 3 })).map(({ seq }) => seq);

    expect(await seqs({})).toEqual([5, 6, 7]);
    expect(await seqs({ before: 5 })).toEqual([2, 3, 4]);
    expect(await seqs({ before: 2 })).toEqual([1]);
    expect(await seqs({ after: 4 })).toEqual([5, 6, 7]);
    expect(await seqs({ after: 7 })).toEqual([]);
  }),
);
