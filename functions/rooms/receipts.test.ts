import { expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { moveReceipt } from './move-receipt.ts';
import { readEntries } from './read-entries.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom } from './testing/in-room.ts';

test(
  'F191 a receipt goes forward only, never beyond the last entry, and to have read is to have got',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (const text of ['one', 'two', 'three']) await sendMessage(customer, roomId, draft(text));
    const receipt = async () => {
      const { read, delivered } = (await employee.rooms.head(roomId))?.receipts[employee.caller.memberId] ?? {};
      return [read, delivered];
    };
    const steps: [Parameters<typeof moveReceipt>[2], (number | undefined)[]][] = [
      [{}, [undefined, undefined]],
      [{ delivered: 2 }, [0, 2]],
      [{ read: 1 }, [1, 2]],
      [{ delivered: 1 }, [1, 2]],
      [{ read: 3 }, [3, 3]],
      [{ read: 1, delivered: 1 }, [3, 3]],
      [{ read: 1_000_000, delivered: Number.MAX_SAFE_INTEGER }, [3, 3]],
    ];
    for (const [moving, expected] of steps) {
      await moveReceipt(employee, roomId, moving);
      expect([moving, await receipt()]).toEqual([moving, expected]);
    }
  }),
);

test(
  'what one says oneself is read, in the same step: each page tells how far everybody is',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft('one'));
    const last = await sendMessage(employee, roomId, draft('two'));
    const { receipts } = await readEntries(customer, roomId, { limit: 1 });
    expect(receipts).toMatchObject({
      [customer.caller.memberId]: { read: 1, delivered: 1 },
      [employee.caller.memberId]: { read: 2, readAt: last.sentAt, delivered: 2 },
    });
  }),
);

test(
  'receipts beside messages at once: none is lost, and the room has no gap',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft('first'));
    const numbers = Array.from({ length: 8 }, (_, n) => n + 1);
    await Promise.all(
      numbers.flatMap((n) => [
        sendMessage(customer, roomId, draft(`message ${n}`)),
        moveReceipt(employee, roomId, { read: n }),
      ]),
    );
    await moveReceipt(employee, roomId, { read: 9 });
    const head = (await employee.rooms.head(roomId))!;
    expect([head.lastSeq, head.lastChange]).toEqual([9, 9]);
    expect(Object.values(head.receipts).map(({ read }) => read)).toEqual([9, 9]);
  }),
);

test(
  'nobody moves a receipt in a room they are not in',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft('one'));
    const stranger = await crm.work('employee');
    expect(await refusalOf(moveReceipt(stranger, roomId, { read: 1 }))).toMatchObject({ status: 404 });
  }),
);
