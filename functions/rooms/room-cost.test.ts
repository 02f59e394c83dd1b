import { expect, test } from 'vitest';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { cosmosUsage } from '#functions/testing/cosmos-usage.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { joinRoom } from './join-room.ts';
import { moveReceipt } from './move-receipt.ts';
import { readEntries } from './read-entries.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom } from './testing/in-room.ts';

const newest = roomRoutes.messages.query.parse({});
const words = 'The claw of the ring is safe again, and both stones sit. You can fetch it from tomorrow at ten. 🙂';

test(
  'sending a message in a room that is talked in costs two point reads and one transaction, at most 15 request units',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (const work of [customer, employee]) await sendMessage(work, roomId, draft(words));
    for (const work of [customer, employee]) {
      const { operations, charge } = await cosmosUsage(() => sendMessage(work, roomId, draft(words)));
      expect(operations).toEqual(['batch', 'read', 'read']);
      expect(charge).toBeGreaterThan(10);
      expect(charge).toBeLessThanOrEqual(15);
    }
  }),
);

test(
  'opening a room costs two point reads and one query for its newest entries, at most 8 request units',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (let n = 0; n < 60; n++) await sendMessage(n % 2 ? customer : employee, roomId, draft(words));
    const { operations, charge } = await cosmosUsage(() => readEntries(customer, roomId, newest));
    expect(operations).toEqual(['query', 'read', 'read']);
    expect(charge).toBeLessThanOrEqual(8);
  }),
);

test(
  'W30 what is unread is known without reading a message, and a receipt that does not move writes nothing',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (let n = 0; n < 3; n++) await sendMessage(customer, roomId, draft(words));
    const unread = await cosmosUsage(async () => {
      const head = await employee.rooms.head(roomId);
      expect(head!.lastSeq - (head!.receipts[employee.caller.memberId]?.read ?? 0)).toBe(3);
    });
    expect(unread.operations).toEqual(['read']);

    await moveReceipt(employee, roomId, { read: 3 });
    const again = await cosmosUsage(() => moveReceipt(employee, roomId, { read: 2 }));
    expect(again.operations).toEqual(['read', 'read']);
  }),
);

test(
  'hearing a room reads point by point, and no message',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft(words));
    const { operations, charge } = await cosmosUsage(() => joinRoom(customer, roomId, 'a connection'));
    expect(operations.filter((name) => name !== 'read')).toEqual([]);
    expect(charge).toBeLessThanOrEqual(8);
  }),
);
