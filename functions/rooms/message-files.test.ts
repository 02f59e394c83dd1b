import { expect, test } from 'vitest';
import { removeFile } from '#functions/files/remove-file.ts';
import { aRoom, send } from '#functions/files/testing/a-room.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { removeMessage } from './remove-message.ts';
import { searchMessages } from './search-messages.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry } from './testing/in-room.ts';

test(
  'F194 F183 a message carries files that were uploaded to its room, each once, also without a word',
  withCrm(async (crm) => {
    const { customer, employee, place, roomId } = await aRoom(crm);
    const [sketch, photo] = [await send(customer, place), await send(employee, place, { name: 'Ring.pdf' })];
    const files = [sketch.id, photo.id, sketch.id];
    const message = await sendMessage(customer, roomId, draft('', { files }));
    expect(message.files).toMatchObject([
      { id: sketch.id, name: 'Ring sketch.pdf', type: 'application/pdf' },
      { id: photo.id, name: 'Ring.pdf' },
    ]);
    expect((await customer.rooms.head(roomId))?.lastLine?.text).toBe('Ring sketch.pdf, Ring.pdf');
    expect(await searchMessages(employee, { q: 'sketch', roomId })).toMatchObject([{ message: { id: message.id } }]);
  }),
);

test(
  'a file of another room, of another business, a deleted one and an unknown one are refused, and nothing is stored',
  withCrm(async (crm) => {
    const { customer, place, roomId } = await aRoom(crm);
    const elsewhere = await aRoom(crm);
    const deleted = await send(customer, place);
    await removeFile(customer, deleted.id);
    await withCrm(async (other) => {
      const theirs = await aRoom(other);
      const wrong = [
        (await send(elsewhere.customer, elsewhere.place)).id,
        (await send(theirs.customer, theirs.place)).id,
        deleted.id,
        crypto.randomUUID(),
      ];
      for (const fileId of wrong) {
        const refused = await refusalOf(sendMessage(customer, roomId, draft('Look', { files: [fileId] })));
        expect(refused).toMatchObject({ status: 400, errors: [{ pointer: '/body/files/0' }] });
      }
    })();
    expect((await everyEntry(customer, roomId)).filter(({ kind }) => kind === 'message')).toEqual([]);
  }),
);

test(
  'a message sent again is answered as it was stored, also when its file was deleted in between',
  withCrm(async (crm) => {
    const { customer, place, roomId } = await aRoom(crm);
    const file = await send(customer, place);
    const message = draft('Look', { files: [file.id] });
    const stored = await sendMessage(customer, roomId, message);
    await removeFile(customer, file.id);
    expect(await sendMessage(customer, roomId, message)).toEqual(stored);
  }),
);

test(
  'with a message go the files its sender brought, and none that somebody else did',
  withCrm(async (crm) => {
    const { customer, employee, place, roomId } = await aRoom(crm);
    const [theirs, ours] = [await send(customer, place), await send(employee, place)];
    const { id: messageId } = await sendMessage(customer, roomId, draft('Look', { files: [theirs.id, ours.id] }));
    await removeMessage(customer, { roomId, messageId });
    expect((await customer.files.find(theirs.id))?.deletedAt).not.toBeNull();
    expect((await customer.files.find(ours.id))?.deletedAt).toBeNull();
  }),
);
