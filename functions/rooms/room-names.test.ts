import { expect, test } from 'vitest';
import { withCrm } from '#functions/testing/with-crm.ts';
import { noteTaskChange } from './note-happenings.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom } from './testing/in-room.ts';

test(
  'a name is taken off what was said, off the replies that quote it, and off what was done; the words stay',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const { memberId } = employee.caller;
    const said = await sendMessage(
      { ...employee, caller: { ...employee.caller, name: 'Zerlina' } },
      roomId,
      draft('Ready'),
    );
    await sendMessage(customer, roomId, draft('Thanks', { replyTo: said.id }));
    const by = { id: memberId, name: 'Zerlina' };
    const change = { id: crypto.randomUUID(), taskId: roomId, at: new Date().toISOString(), by };
    await noteTaskChange(crm.system(), { ...change, what: 'status', detail: 'completed' });

    for (let n = 0; n < 2; n++) await customer.rooms.renameSender(roomId, { memberId, name: 'Deleted user' });
    const entries = await everyEntry(customer, roomId);
    expect(JSON.stringify(entries)).not.toContain('Zerlina');
    expect(entries).toMatchObject([
      { text: 'Ready', sender: { name: 'Deleted user' } },
      { text: 'Thanks', sender: { name: customer.caller.name }, replyTo: { name: 'Deleted user' } },
      { happening: { by: { id: memberId, name: 'Deleted user' } } },
    ]);
  }),
);
