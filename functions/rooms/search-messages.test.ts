import { expect, test } from 'vitest';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { keepSeats } from './keep-seats.ts';
import { removeMessage } from './remove-message.ts';
import { searchMessages } from './search-messages.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom } from './testing/in-room.ts';
import type { Work } from '#functions/work.ts';

/** What the rooms' change feed would do. */
const seated = async (work: Work, roomId: string) => keepSeats(work, roomId, (await work.rooms.head(roomId))!);

const texts = async (work: Work, q: string, roomId?: string): Promise<string[]> =>
  (await searchMessages(work, { q, roomId })).map(({ message }) => message.text);

test(
  'in a room a message is found by all of the words, without case, accents or order, in any script; the newest first',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const said = ['Ångström ring', 'The ring, please!', 'अंगूठी तैयार है', '戒指已经准备好了', 'ring ring RING', 'rings'];
    for (const text of said) await sendMessage(customer, roomId, draft(text));
    const cases: [string, string[]][] = [
      ['ring', ['ring ring RING', 'The ring, please!', 'Ångström ring']],
      ['RING angstrom', ['Ångström ring']],
      ['please the', ['The ring, please!']],
      ['तैयार', ['अंगूठी तैयार है']],
      ['戒指', ['戒指已经准备好了']],
      ['ring stone', []],
      ['!!', []],
      ["ring' OR 1=1", []],
    ];
    for (const [q, expected] of cases) expect([q, await texts(employee, q, roomId)]).toEqual([q, expected]);
  }),
);

test(
  'in all of one’s rooms, those one may read now and no others; what was deleted is not found',
  withCrm(async (crm) => {
    const [one, other] = [await taskRoom(crm), await taskRoom(crm)];
    const { version } = await other.admin.tasks.get(other.roomId);
    const tomas = one.employee;
    await assignTask(other.admin, other.roomId, { employeeId: tomas.caller.memberId, version });
    await sendMessage(one.customer, one.roomId, draft('The opal here'));
    await sendMessage(other.customer, other.roomId, draft('The opal there'));
    const gone = await sendMessage(one.customer, one.roomId, draft('The opal gone'));
    for (const { roomId } of [one, other]) await seated(tomas, roomId);
    await removeMessage(one.customer, { roomId: one.roomId, messageId: gone.id });

    expect((await texts(tomas, 'opal')).toSorted()).toEqual(['The opal here', 'The opal there']);
    expect(await texts(one.customer, 'opal')).toEqual(['The opal here']);
    expect(await texts(one.admin, 'opal')).toEqual([]);

    // Their seat stands still: the feed comes a little later than the decision.
    const nils = await crm.work('employee');
    const { version: now } = await other.admin.tasks.get(other.roomId);
    await assignTask(other.admin, other.roomId, { employeeId: nils.caller.memberId, version: now });
    expect(await texts(tomas, 'opal')).toEqual(['The opal here']);
    expect(await refusalOf(searchMessages(tomas, { q: 'opal', roomId: other.roomId }))).toMatchObject({ status: 404 });
  }),
);
