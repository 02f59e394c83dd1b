import { expect, test } from 'vitest';
import { defaultSettings } from '#domain/notifications/defaults.ts';
import { Channel, NotificationKind } from '#domain/notifications/notification.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { markRead } from './mark-read.ts';
import { sendDigest } from './send-digest.ts';
import { type News, tellingOf } from './telling.ts';
import { at, bellOf, minutesFromNow } from './testing/fed.ts';

const news = (change: Partial<News> = {}): News => ({
  sourceId: crypto.randomUUID(),
  kind: 'mention',
  on: { kind: 'task', id: crypto.randomUUID(), title: 'Ring resize' },
  by: 'Ines',
  text: 'look <b>here</b>',
  at: new Date().toISOString(),
  ...change,
});

async function tell(crm: Crm, { caller }: Work, ...all: News[]): Promise<void> {
  const telling = tellingOf(crm.system());
  for (const each of all) await telling.tell(caller.memberId, each);
  await telling.end();
}

/** The queue brings the message back at its moment, or `late` minutes after it. */
async function mailTime(crm: Crm, { caller, notifications }: Work, late = 0): Promise<void> {
  const dueAt = (await notifications.mailDueAt(caller.memberId))!;
  const moment = new Date(Date.parse(dueAt) + late * 60_000);
  await sendDigest(at(crm, moment), { memberId: caller.memberId, dueAt });
}

const mailsTo = async (crm: Crm, { caller, members }: Work) => crm.mailTo((await members.get(caller.memberId)).email);

test(
  'F260 what is still unread after ten minutes is mailed, once, with the way to it and how to change that',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    const about = news();
    await tell(crm, employee, about);
    const dueAt = Date.parse((await employee.notifications.mailDueAt(employee.caller.memberId))!);
    expect(Math.abs(dueAt - minutesFromNow(10).getTime())).toBeLessThan(5000);
    for (let times = 0; times < 2; times++) await mailTime(crm, employee);

    const mails = await mailsTo(crm, employee);
    expect(mails).toMatchObject([{ subject: 'Ines mentioned you: Ring resize' }]);
    expect(mails[0]!.text).toContain(`http://localhost:4280/tasks/${about.on.id}`);
    expect(mails[0]!.text).toContain('http://localhost:4280/profile');
    expect(mails[0]!.html).toContain('look &lt;b&gt;here&lt;/b&gt;');
  }),
);

test(
  'F260 what was read meanwhile is not mailed',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    await tell(crm, employee, news());
    await markRead(employee, {});
    await mailTime(crm, employee);
    expect(await mailsTo(crm, employee)).toEqual([]);
  }),
);

test(
  'F260 several things come in one mail, a paragraph for each record; what comes later comes in the next',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    const ring = { kind: 'task', id: crypto.randomUUID(), title: 'Ring resize' } as const;
    const pearl = { kind: 'task', id: crypto.randomUUID(), title: 'Pearl stringing' } as const;
    await tell(crm, employee, news({ on: ring, text: 'one' }));
    const planned = await employee.notifications.mailDueAt(employee.caller.memberId);
    await tell(crm, employee, news({ on: ring, text: 'two' }), news({ on: pearl, text: 'three' }));
    expect(await employee.notifications.mailDueAt(employee.caller.memberId)).toBe(planned);
    await mailTime(crm, employee);
    const [first] = await mailsTo(crm, employee);
    expect(first).toMatchObject({ subject: '2 things are new at Marlow Street Jewellers' });
    expect(first!.text).toContain('Ring resize. Ines mentioned you: two (and 1 more)');
    expect(first!.text).toContain('Pearl stringing. Ines mentioned you: three');
  }),
);

test(
  'F260 after an absence a mail is a summary, however much there is',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    const many = Array.from({ length: 8 }, (_, n) =>
      news({ on: { kind: 'task', id: crypto.randomUUID(), title: `Ring ${n + 1}` } }),
    );
    await tell(crm, employee, ...many);
    await mailTime(crm, employee);
    const mails = await mailsTo(crm, employee);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('And 3 more.');
  }),
);

test(
  'F260 no mail in the quiet hours: it goes when they are over',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    await tell(crm, employee, news());
    const clock = (minutes: number) => minutesFromNow(minutes).toISOString().slice(11, 16);
    const quietHours = { from: clock(-60), to: clock(120), timeZone: 'UTC' };
    await employee.notifications.keepSettings(employee.caller.memberId, { ...defaultSettings('employee'), quietHours });
    await mailTime(crm, employee);
    expect(await mailsTo(crm, employee)).toEqual([]);
    await mailTime(crm, employee);
    expect(await mailsTo(crm, employee)).toHaveLength(1);
  }),
);

test(
  'an old message of the queue, and one for somebody who is gone, sends nothing',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    const { memberId } = employee.caller;
    await tell(crm, employee, news());
    await sendDigest(crm.system(), { memberId, dueAt: new Date(0).toISOString() });
    const member = await employee.members.get(memberId);
    await employee.members.replace({ ...member, status: 'suspended' });
    await mailTime(crm, employee);
    expect(await mailsTo(crm, employee)).toEqual([]);
  }),
);

test(
  'F259 to F261 each kind goes by the ways that were chosen for it and by no other',
  withCrm(async (crm) => {
    const employee = await crm.work('employee');
    const { memberId } = employee.caller;
    const cases = NotificationKind.options.flatMap((kind) =>
      [[], ...Channel.options.map((channel) => [channel]), [...Channel.options]].map((channels) => ({
        kind,
        channels,
      })),
    );
    for (const { kind, channels } of cases) {
      const settings = defaultSettings('employee');
      await employee.notifications.keepSettings(memberId, {
        ...settings,
        channels: { ...settings.channels, [kind]: channels },
      });
      const about = news({ kind });
      await tell(crm, employee, about);
      const unread = await employee.notifications.unread(memberId);
      expect(unread.map((each) => each.channels)).toEqual(channels.length > 0 ? [channels] : []);
      expect((await bellOf(employee)).some(({ on }) => on.id === about.on.id)).toBe(channels.includes('bell'));
      await markRead(employee, {});
    }
  }),
);
