import { inject, expect, test } from 'vitest';
import { CosmosClient } from '@azure/cosmos';
import { keptDays, ProfileChange } from '#domain/profile/profile.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { profileRoutes } from '#domain/profile/routes.ts';
import { restore } from '#domain/members/decide.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { changePhoto } from '#functions/photos/change-photo.ts';
import { pictures } from '#functions/photos/testing/pictures.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { draft } from '#functions/rooms/testing/in-room.ts';
import { joined, meOf, opened, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeProfile } from './change-profile.ts';
import { deleteProfile } from './delete-profile.ts';
import { eraseDeleted } from './erase-deleted.ts';
import { noteMembers } from './note-members.ts';

const fail = (error: unknown): void => {
  throw error;
};
const day = 24 * 3_600_000;

/** What the change feed would bring: every member of the workspace as it stands. */
async function noted(crm: Crm): Promise<void> {
  const query = { query: `SELECT * FROM c WHERE c.kind = 'member'` };
  const workspaces = new CosmosClient(inject('settings')['COSMOS']!).database('crm').container('workspaces');
  const { resources } = await workspaces.items.query(query, { partitionKey: crm.workspace.id }).fetchAll();
  await noteMembers(resources);
}

const own = (work: Work) => work.members.get(work.caller.memberId);
const rename = async (work: Work, name: string) => {
  const { age, version } = await own(work);
  return changeProfile(work, { name, age: age ?? 30, version });
};

/** A task of a customer that an employee works on, with what both have said in it. */
async function sharedTask(crm: Crm, { customer, employee }: { customer: Work; employee: Work }) {
  const [by, worker] = await Promise.all([own(customer), own(employee)]);
  const at = customer.now().toISOString();
  const task = await crm.system().tasks.add({
    id: crm.system().newId(),
    title: 'Ring resize, N to P',
    description: '',
    status: 'in-progress',
    dueOn: null,
    customer: { id: customer.caller.customerId!, name: by.name, email: by.email },
    employee: { id: worker.id, name: worker.name, email: worker.email },
    createdAt: at,
    updatedAt: at,
    statusAt: at,
    deletedAt: null,
  });
  for (const work of [customer, employee]) await sendMessage(work, task.id, draft('Is the claw safe?'));
  return task;
}

test(
  'F138 a changed name shows on the member, the customer record and the open tasks; done ones keep the old',
  withCrm(async (crm) => {
    const [customer, employee] = [await crm.work('customer'), await crm.work('employee')];
    const open = await sharedTask(crm, { customer, employee });
    const done = await sharedTask(crm, { customer, employee });
    await crm.system().tasks.replace({ ...done, status: 'completed' });

    await crm.system().customers.setOwner(customer.caller.customerId!, {
      id: employee.caller.memberId,
      name: 'A verified employee',
    });
    const { member } = await rename(customer, 'Dipika Rao');
    await rename(employee, 'Tomas Abara');
    expect(member.name).toBe('Dipika Rao');
    expect(await customer.customers.get(customer.caller.customerId!)).toMatchObject({
      name: 'Dipika Rao',
      owner: { name: 'Tomas Abara' },
    });
    expect((await crm.system().customers.list({ q: 'rao', limit: 5 })).items).toHaveLength(1);
    expect(await crm.system().tasks.get(open.id)).toMatchObject({
      customer: { name: 'Dipika Rao' },
      employee: { name: 'Tomas Abara' },
    });
    expect((await crm.system().tasks.get(done.id)).customer.name).toBe('A verified customer');
  }),
);

test('F084 no route that changes or deletes a profile has a place for the id of another', () => {
  const routes = [...Object.values(profileRoutes), photoRoutes.change, photoRoutes.remove];
  for (const route of routes)
    expect([route.path.startsWith('me'), 'params' in route, 'query' in route]).toEqual([true, false, false]);
  expect(Object.keys(ProfileChange.shape)).toEqual(['name', 'age', 'version']);
});

test(
  'somebody else’s change of the profile wins over a stale one',
  withCrm(async (crm) => {
    const work = await crm.work('employee');
    const { version } = await own(work);
    await rename(work, 'Tomas Abara');
    expect(await refusalOf(changeProfile(work, { name: 'Nobody', age: 30, version }))).toMatchObject({ status: 412 });
    expect((await own(work)).name).toBe('Tomas Abara');
  }),
);

test.each([
  ['W9 a role', { role: 'admin' }],
  ['W9 an e-mail address', { email: 'other@example.com' }],
  ['a status', { status: 'verified' }],
  ['another member', { memberId: crypto.randomUUID() }],
  ['an age that is none', { age: 12 }],
  ['an age as text', { age: '30' }],
  ['no name', { name: '  ' }],
  ['a name of two lines', { name: 'One\nTwo' }],
])('a profile is not changed by a body with %s', (_, change) => {
  expect(ProfileChange.safeParse({ name: 'Tomas', age: 30, version: '"1"', ...change }).success).toBe(false);
});

test(
  'Q47 who deletes the profile is signed out everywhere and told by mail; an admin can restore it',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const { email } = me.member;
    const phone = visitorOf(crm);
    await phone.does((visit) => signIn(visit, { email, password, slug: crm.workspace.slug }));
    expect(await phone.caller()).not.toBeNull();

    const work = await visitor.work();
    await deleteProfile(work);
    expect([await visitor.caller(), await phone.caller()]).toEqual([null, null]);
    expect(work.cookies.at(-1)).toMatchObject({ maxAge: 0 });
    expect((await crm.mailTo(email))[0]).toMatchObject({ subject: 'Your profile was deleted' });
    expect((await crm.system().members.list({ limit: 50 })).items).toEqual([]);
    const items = await crm.system().audit.newest({ limit: 5 });
    expect(items.map(({ action }) => action)).toContain('profile-deleted');

    const deleted = await crm.system().members.get(me.member.id);
    await noted(crm);
    await eraseDeleted(new Date(Date.now() + (keptDays - 1) * day), fail);
    await crm.system().members.replace(restore(deleted, new Date()));
    await eraseDeleted(new Date(Date.now() + (keptDays + 1) * day), fail);
    const back = await phone.does((visit) => signIn(visit, { email, password, slug: crm.workspace.slug }));
    expect(meOf(back).member).toMatchObject({ id: me.member.id, name: me.member.name });
  }),
);

test(
  'Q47 the last admin hands over first',
  withBusiness(async (crm) => {
    const { visitor } = await opened(crm);
    expect(await refusalOf(deleteProfile(await visitor.work()))).toMatchObject({ status: 409 });
    expect(await visitor.caller()).not.toBeNull();
  }),
);

/** Every document of a workspace with one room, as text. */
async function everythingOf(workspaceId: string, roomId: string): Promise<string> {
  const database = new CosmosClient(inject('settings')['COSMOS']!).database('crm');
  const texts: string[] = [];
  for (const name of ['workspaces', 'customers', 'tasks', 'rooms', 'payments']) {
    const partitionKey = name === 'rooms' ? [workspaceId, roomId] : workspaceId;
    const { resources } = await database.container(name).items.query('SELECT * FROM c', { partitionKey }).fetchAll();
    texts.push(JSON.stringify(resources));
  }
  return texts.join('\n');
}

const given = {
  amount: 100,
  reason: 'other',
  note: '',
  status: 'succeeded',
  failureReason: null,
  stripeId: null,
} as const;

test(
  'Q47 thirty days later nothing tells who it was: payments, tasks and messages stay under no name',
  withCrm(async (crm) => {
    const [customer, employee] = [await crm.work('customer'), await crm.work('employee')];
    await rename(customer, 'Zerlina Quux');
    const task = await sharedTask(crm, { customer, employee });
    await changePhoto(customer, { bytes: await pictures.png(), type: 'image/png' });
    const { email } = await own(customer);
    const theirs = await crm.addCustomer();
    await crm.system().customers.setOwner(theirs.id, { id: customer.caller.memberId, name: 'Zerlina Quux' });
    const customerId = customer.caller.customerId!;
    const at = new Date().toISOString();
    const by = { id: customer.caller.memberId, name: 'Zerlina Quux' };
    const payment = await crm.system().payments.addNew(
      make.payment({
        customer: { id: customerId, name: 'Zerlina Quux', email },
        paidOn: '2026-03-02',
        attempts: [{ number: 1, openedAt: at, sessionId: null, by, page: 'paid', expiredAt: null }],
        refunds: [{ ...given, id: crypto.randomUUID(), at, by }],
      }),
    );
    const handled = await crm.system().payments.addNew(
      make.payment({
        employee: by,
        request: { by, at, dueOn: null },
        recorded: { by, at, note: '' },
        cancelled: { by, at },
      }),
    );
    expect(await everythingOf(crm.workspace.id, task.id)).toContain('Zerlina');

    await deleteProfile(customer);
    const due = new Date(Date.now() + (keptDays + 1) * day);
    await noted(crm);
    await eraseDeleted(due, fail);
    await eraseDeleted(due, fail);

    const left = await everythingOf(crm.workspace.id, task.id);
    for (const word of ['Zerlina', 'zerlina', email]) expect(left).not.toContain(word);
    expect(await crm.system().members.find(customer.caller.memberId)).toBeNull();
    expect(await crm.system().payments.get(payment.id)).toMatchObject({
      amount: 10_000,
      customer: { id: customerId, name: 'Deleted user', email: '' },
    });
    expect(await crm.system().payments.get(handled.id)).toMatchObject({ request: { by: { name: 'Deleted user' } } });
    expect(await crm.system().tasks.get(task.id)).toMatchObject({ customer: { name: 'Deleted user' } });
    const entries = await crm.system().rooms.entries(task.id, { limit: 10 });
    expect(entries.map((entry) => (entry.kind === 'message' ? entry.sender.name : entry.kind))).toEqual([
      'Deleted user',
      'A verified employee',
    ]);
  }),
);

test(
  'the account goes with the last membership, and the address may sign up anew',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const { email } = me.member;
    await withBusiness(async (other) => {
      const there = visitorOf(other);
      await there.does((visit) => signIn(visit, { email, password, slug: other.workspace.slug }));
      await deleteProfile(await visitor.work());
      const due = new Date(Date.now() + (keptDays + 1) * day);
      await noted(crm);
      await noted(other);
      await eraseDeleted(due, fail);
      expect(await crm.system().members.find(me.member.id)).toBeNull();
      expect(await findAccount(email)).not.toBeNull();

      await deleteProfile(await there.work());
      await noted(other);
      await eraseDeleted(due, fail);
      expect(await findAccount(email)).toBeNull();
    })();
    const { me: anew } = await joined(crm, { email });
    expect(anew.member.id).not.toBe(me.member.id);
  }),
);

test(
  'one member that cannot be erased does not keep the others, and is tried again',
  withCrm(async (crm) => {
    const [one, other] = [await crm.work('customer'), await crm.work('customer')];
    await deleteProfile(one);
    await deleteProfile(other);
    await noted(crm);
    const broken = { id: one.caller.memberId, of: crm.workspace.id, path: '/email' };
    const workspaces = new CosmosClient(inject('settings')['COSMOS']!).database('crm').container('workspaces');
    const set = (value: unknown) =>
      workspaces.item(broken.id, broken.of).patch([{ op: 'set', path: broken.path, value }]);
    await set(null);

    const due = new Date(Date.now() + (keptDays + 1) * day);
    const reported: unknown[] = [];
    await eraseDeleted(due, (error) => void reported.push(error));
    expect(reported).toHaveLength(1);
    expect(await crm.system().members.find(other.caller.memberId)).toBeNull();

    await set('back@example.com');
    await eraseDeleted(new Date(due.getTime() + day), fail);
    expect(await crm.system().members.find(broken.id)).toBeNull();
  }),
);
