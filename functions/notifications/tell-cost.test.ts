import { expect, test } from 'vitest';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { cosmosUsage } from '#functions/testing/cosmos-usage.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { aTaskRoom } from './testing/a-task-room.ts';
import { draft, feedRoom } from './testing/fed.ts';

test(
  'F192 receipts that have not moved since are not looked at again, and nothing is looked for that was not told',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    for (const work of [customer, employee]) await sendMessage(work, roomId, draft('Hello'));
    await feedRoom(crm.system(), roomId);
    await sendMessage(customer, roomId, draft('Is the claw safe?'));
    const { operations } = await cosmosUsage(() => feedRoom(crm.system(), roomId));
    // What the test feeds, what the customer has read by writing, who is here, and the browsers of who is not.
    expect(operations.filter((name) => name === 'query')).toHaveLength(4);
  }),
);
