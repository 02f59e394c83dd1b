import { describe, expect, test } from 'vitest';
import { derivedId } from '#functions/platform/derived-id.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeTeam } from './change-team.ts';
import { joinRoom } from './join-room.ts';
import { openTeam } from './open-team.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom, wordsIn } from './testing/in-room.ts';
import { listen, quiet } from './testing/listen.ts';

const idOf = ({ caller }: Work): string => caller.memberId;

async function teamOfTwo(crm: Crm) {
  const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
  const { id: roomId } = await openTeam(ada, { roomId: crypto.randomUUID(), title: 'Fair', memberIds: [idOf(ben)] });
  const sendBenAway = (work: Work = ada) => changeTeam(work, roomId, { title: 'Fair', memberIds: [idOf(ada)] });
  return { ada, ben, roomId, sendBenAway };
}

describe('W4 nobody takes the id of a line that the room will write', () => {
  test(
    'to stay in a team they are sent from',
    withCrm(async (crm) => {
      const { ada, ben, roomId, sendBenAway } = await teamOfTwo(crm);
      await sendMessage(ada, roomId, draft('Hello'));
      const messageId = derivedId('left', roomId, idOf(ben), '1');
      expect(await refusalOf(sendMessage(ben, roomId, draft('Not me', { messageId })))).toMatchObject({ status: 409 });
      expect((await sendBenAway()).members.map(({ id }) => id)).toEqual([idOf(ada)]);
    }),
  );

  test(
    'to keep a leader from looking on',
    withCrm(async (crm) => {
      const { employee, admin, roomId } = await taskRoom(crm);
      const messageId = derivedId('joined', roomId, idOf(admin), '0');
      expect(await refusalOf(sendMessage(employee, roomId, draft('No', { messageId })))).toMatchObject({ status: 409 });
      expect(await joinRoom(admin, roomId, 'a-connection')).toMatchObject({ id: roomId });
    }),
  );
});

test(
  'W4 what somebody was saying while they were sent from a team is not said',
  withCrm(async (crm) => {
    const { ada, ben, roomId, sendBenAway } = await teamOfTwo(crm);
    const known = async (id: string) => {
      const seen = await ben.rooms.known(id);
      await sendBenAway();
      return seen;
    };
    const late = sendMessage({ ...ben, rooms: { ...ben.rooms, known } }, roomId, draft('One more thing'));
    expect(await refusalOf(late)).toMatchObject({ status: 404 });
    expect(await wordsIn(ada, roomId)).toEqual([]);
  }),
);

test(
  'W4 who could not be told to leave at that moment hears nothing more once the feed has come by',
  withCrm(async (crm) => {
    const { ada, ben, roomId, sendBenAway } = await teamOfTwo(crm);
    const listener = await listen(ben);
    await joinRoom(ben, roomId, listener.connectionId);
    const evict = () => Promise.reject(new Error('The service is away'));
    await expect(sendBenAway({ ...ada, live: { ...ada.live, evict } })).rejects.toThrow('The service is away');
    await followFeeds(crm, [roomId]);
    await sendMessage(ada, roomId, draft('Behind his back'));
    await quiet(ben, idOf(ben), listener);
    expect(listener.heard.flatMap((event) => (event.kind === 'entry.added' ? [event.entry.kind] : []))).not.toContain(
      'message',
    );
    listener.stop();
  }),
);

test(
  'no team’s room has the id of a task’s in capital letters',
  withCrm(async (crm) => {
    const { employee, roomId } = await taskRoom(crm);
    const team = { roomId: roomId.toUpperCase(), title: 'Fair', memberIds: [idOf(employee)] };
    expect(await refusalOf(openTeam(employee, team))).toMatchObject({ status: 409 });
  }),
);
