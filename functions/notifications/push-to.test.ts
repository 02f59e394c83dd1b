import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#domain/notifications/defaults.ts';
import { pushBrowser } from '#infra/local/push/browser.ts';
import { config } from '#functions/platform/config.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { markRead } from './mark-read.ts';
import { pushTo } from './push-to.ts';
import { subscribePush } from './subscribe-push.ts';
import { aTaskRoom } from './testing/a-task-room.ts';
import { at, draft, feedRoom, minutesFromNow } from './testing/fed.ts';

const pushUrl = config.push!.hosts[0]!;

/** A browser of somebody, that reads what is pushed to it. */
async function browserOf(work: Work) {
  const browser = pushBrowser(pushUrl);
  await subscribePush(work, browser.subscription);
  return { ...browser, pushes: async () => (await browser.received()).map(browser.read) };
}

const isHere = ({ presence, caller }: Work) =>
  presence.note({ id: 'a-socket', memberId: caller.memberId, state: 'online', at: new Date().toISOString() });

const choose = ({ notifications, caller }: Work, change: object) =>
  notifications.keepSettings(caller.memberId, { ...defaultSettings(caller.role), ...change });

/** Quiet for the four hours around a moment, by the clock of UTC. */
const quietAround = (moment: Date) => {
  const clock = (hours: number) => new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(11, 16);
  return { from: clock(-2), to: clock(2), timeZone: 'UTC' };
};

async function saidTo(crm: Crm) {
  const { customer, employee, roomId } = await aTaskRoom(crm);
  const browser = await browserOf(employee);
  const say = async (text: string) => {
    await sendMessage(customer, roomId, draft(text));
    await feedRoom(crm.system(), roomId);
  };
  return { employee, browser, roomId, say };
}

test(
  'F195, F261 who is not here gets a push at once that only their browser can read',
  withCrm(async (crm) => {
    const { employee, browser, roomId, say } = await saidTo(crm);
    await say('Is the claw safe?');
    await feedRoom(crm.system(), roomId);
    expect(await browser.pushes()).toEqual([
      { title: 'Ring resize', body: 'A verified customer: Is the claw safe?', url: `/tasks/${roomId}`, tag: roomId },
    ]);
    expect((await browser.received())[0]).toMatchObject({ headers: { 'content-encoding': 'aes128gcm' } });
    await pushTo(crm.system(), employee.caller.memberId);
    expect(await browser.pushes()).toHaveLength(1);
  }),
);

describe('F261 who is here gets a push', () => {
  test(
    'only when it is still unread after a while',
    withCrm(async (crm) => {
      const { employee, browser, say } = await saidTo(crm);
      await isHere(employee);
      await say('Hello');
      expect(await browser.pushes()).toEqual([]);
      await pushTo(crm.system(), employee.caller.memberId);
      expect(await browser.pushes()).toHaveLength(1);
    }),
  );

  test(
    'not at all when they have read it',
    withCrm(async (crm) => {
      const { employee, browser, say } = await saidTo(crm);
      await isHere(employee);
      await say('Hello');
      await markRead(employee, {});
      await pushTo(crm.system(), employee.caller.memberId);
      expect(await browser.pushes()).toEqual([]);
    }),
  );
});

test(
  'F261 in quiet hours nothing is pushed; after them all of it is, one for each record',
  withCrm(async (crm) => {
    const { employee, browser, say } = await saidTo(crm);
    const now = new Date();
    await choose(employee, { quietHours: quietAround(now) });
    await say('First');
    await say('Second');
    expect(await browser.pushes()).toEqual([]);
    await pushTo(at(crm, minutesFromNow(121)), employee.caller.memberId);
    expect(await browser.pushes()).toMatchObject([{ body: 'A verified customer: Second' }]);
  }),
);

test(
  'F261 what is new in more than five records after an absence is one push',
  withCrm(async (crm) => {
    const { employee, browser } = await saidTo(crm);
    const { memberId } = employee.caller;
    const untold = { readAt: null, pushedAt: null, mailedAt: null };
    for (let n = 1; n <= 6; n++)
      await employee.notifications.add(memberId, {
        id: crypto.randomUUID(),
        kind: 'task-assigned',
        on: { kind: 'task', id: crypto.randomUUID(), title: `Ring ${n}` },
        by: 'Ines',
        text: 'assigned this task to you',
        at: minutesFromNow(n - 10).toISOString(),
        channels: ['bell', 'push'],
        seq: null,
        ...untold,
      });
    await pushTo(crm.system(), memberId);
    expect(await browser.pushes()).toEqual([
      { title: '6 things are new', body: 'Ring 6, Ring 5, Ring 4 and 3 more', url: '/home', tag: 'summary' },
    ]);
  }),
);

test(
  'nothing is pushed to who was suspended, nor for a kind they chose no push for',
  withCrm(async (crm) => {
    const { employee, browser, say } = await saidTo(crm);
    const { channels } = defaultSettings('employee');
    await choose(employee, { channels: { ...channels, message: ['bell'] } });
    await say('Hello');
    await choose(employee, { channels });
    await isHere(employee);
    await say('Again');
    const member = await employee.members.get(employee.caller.memberId);
    await employee.members.replace({ ...member, status: 'suspended' });
    await pushTo(crm.system(), member.id);
    expect(await browser.pushes()).toEqual([]);
  }),
);

test(
  'of somebody who is erased nothing is kept: no notification, no choice, no browser',
  withCrm(async (crm) => {
    const { employee, say } = await saidTo(crm);
    const { notifications, caller } = employee;
    await say('Hello');
    await choose(employee, { digest: 'daily' });
    await notifications.removeAllOf(caller.memberId);
    expect(await notifications.unread(caller.memberId)).toEqual([]);
    expect(await notifications.settingsOf(caller.memberId)).toBeNull();
    expect(await notifications.subscriptionsOf(caller.memberId)).toEqual([]);
  }),
);

describe('F261 a browser', () => {
  test(
    'that its push service no longer knows is forgotten, and the others get theirs',
    withCrm(async (crm) => {
      const { employee, browser, say } = await saidTo(crm);
      const other = await browserOf(employee);
      await browser.leave();
      await say('Hello');
      expect(await other.pushes()).toHaveLength(1);
      expect(await employee.notifications.subscriptionsOf(employee.caller.memberId)).toEqual([other.subscription]);
    }),
  );

  test(
    'whose push service does not answer costs nobody anything',
    withCrm(async (crm) => {
      const { employee, browser, say } = await saidTo(crm);
      const { keys } = pushBrowser(pushUrl).subscription;
      // As it may be stored from a time when more hosts were allowed.
      const stored = { endpoint: 'https://nobody.invalid/push', keys };
      const { memberId, sessionId } = employee.caller;
      const at = new Date().toISOString();
      await employee.notifications.subscribe(memberId, { subscription: stored, sessionId, at });
      await say('Hello');
      expect(await browser.pushes()).toHaveLength(1);
      expect(await employee.notifications.subscriptionsOf(employee.caller.memberId)).toEqual([browser.subscription]);
    }),
  );

  test.each([
    ['https://evil.example/push'],
    ['https://169.254.169.254/latest/meta-data'],
    ['http://127.0.0.1:1/push'],
    ['https://fcm.googleapis.com.evil.example/fcm/send/a'],
  ])('that says its push service is %s is refused', async (endpoint) => {
    await withCrm(async (crm) => {
      const employee = await crm.work('employee');
      const { keys } = pushBrowser(pushUrl).subscription;
      const refusal = { problem: { status: 400, errors: [{ pointer: '/body/endpoint' }] } };
      await expect(subscribePush(employee, { endpoint, keys })).rejects.toMatchObject(refusal);
    })();
  });

  test.each([
    ['p256dh', 'AAAA'],
    ['p256dh', Buffer.alloc(65, 4).toString('base64url')],
    ['auth', 'AAAA'],
  ])('whose %s is %s is refused', async (name, value) => {
    await withCrm(async (crm) => {
      const employee = await crm.work('employee');
      const { endpoint, keys } = pushBrowser(pushUrl).subscription;
      const refusal = { problem: { status: 400, errors: [{ pointer: `/body/keys/${name}` }] } };
      await expect(subscribePush(employee, { endpoint, keys: { ...keys, [name]: value } })).rejects.toMatchObject(
        refusal,
      );
    })();
  });

  test(
    'is one of ten: the oldest goes',
    withCrm(async (crm) => {
      const employee = await crm.work('employee');
      const browsers = [];
      for (let n = 0; n < 11; n++) browsers.push(await browserOf(employee));
      const kept = await employee.notifications.subscriptionsOf(employee.caller.memberId);
      expect(kept).toHaveLength(10);
      expect(kept).not.toContainEqual(browsers[0]!.subscription);
    }),
  );
});
