import { describe, expect, test } from 'vitest';
import { joined, newEmail, opened, password, withBusiness } from '#functions/testing/people.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { Profile } from '#domain/members/member.ts';
import { completeProfile } from './complete-profile.ts';
import { readMe } from './read-me.ts';

const profile = { task: 'Ring resize, N to P.\nTwo sizes up.' };

describe('a customer who completes the profile', () => {
  test(
    'F173 becomes a customer record and asks for a Welcome Task that says what they typed',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { member } = await completeProfile(await visitor.work(), profile);
      expect(member).toMatchObject({ status: 'profile-submitted', skills: null, customerId: expect.any(String) });

      const customer = await crm.system().customers.find(member.customerId!);
      expect(customer).toMatchObject({
        name: me.member.name,
        email: me.member.email,
        memberId: member.id,
        measures: null,
      });
      const { items } = await crm.system().tasks.list({ all: true }, { limit: 50 });
      expect(items).toMatchObject([
        { title: 'Welcome Task', description: profile.task, status: 'requested', customer: { id: customer!.id } },
      ]);
      expect(await visitor.caller()).toMatchObject({ status: 'profile-submitted', customerId: customer!.id });
    }),
  );

  test(
    'W35 cannot do so again, for another task, another role or another password',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { member } = await completeProfile(await visitor.work(), profile);
      const again = completeProfile(await visitor.work(), { task: 'Another', role: 'employee', age: 99 });
      await expect(again).rejects.toMatchObject({ problem: { status: 409 } });
      expect(await crm.system().members.get(member.id)).toEqual(member);
      expect((await crm.system().tasks.list({ all: true }, { limit: 50 })).items).toHaveLength(1);
      expect(Profile.safeParse({ ...profile, password }).success).toBe(false);
    }),
  );

  test(
    'with several clicks at once has one record and one task',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const work = await visitor.work();
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => completeProfile(work, profile)));
      expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect((await crm.system().tasks.list({ all: true }, { limit: 50 })).items).toHaveLength(1);
    }),
  );

  test(
    'can send it again when the first try broke half-way',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const work = await visitor.work();
      const broken = { ...work, tasks: { ...work.tasks, add: () => Promise.reject(new Error('the line went dead')) } };
      await expect(completeProfile(broken, profile)).rejects.toThrow('the line went dead');
      expect((await completeProfile(work, profile)).member.status).toBe('profile-submitted');
    }),
  );
});

test(
  'an employee says what they will work on, and no customer record is made',
  withBusiness(async (crm) => {
    const { visitor } = await joined(crm, { role: 'employee' });
    const { member } = await completeProfile(await visitor.work(), { task: 'Engraving' });
    expect(member).toMatchObject({ status: 'profile-submitted', skills: 'Engraving', customerId: null });
    expect((await crm.system().tasks.list({ all: true }, { limit: 50 })).items).toEqual([]);
  }),
);

test(
  'somebody of whom neither age nor role is known is asked for them',
  withBusiness(async (crm) => {
    const email = newEmail();
    const stranger = await opened(crm, { email });
    const { members } = crm.visit().in(stranger.me.workspace.id);
    await members.replace({ ...(await members.get(stranger.me.member.id)), age: null });
    const visitor = visitorOf(crm);
    await visitor.does((visit) => signIn(visit, { email, password, slug: crm.workspace.slug }));

    await expect(completeProfile(await visitor.work(), profile)).rejects.toMatchObject({
      problem: { status: 400, errors: [{ pointer: '/body/age' }] },
    });
    const { member } = await completeProfile(await visitor.work(), { ...profile, age: 52, role: 'employee' });
    expect(member).toMatchObject({ age: 52, role: 'employee', status: 'profile-submitted' });
  }),
);

test(
  'an admin has no profile to submit',
  withBusiness(async (crm) => {
    await expect(completeProfile(await crm.work('admin'), profile)).rejects.toMatchObject({ problem: { status: 409 } });
  }),
);

test(
  'who is signed in sees the membership as it stands and the business',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    expect(await readMe(await visitor.work())).toEqual({
      member: me.member,
      workspace: expect.objectContaining(crm.workspace),
    });
  }),
);
