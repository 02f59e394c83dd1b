import { describe, expect, test } from 'vitest';
import { NewUser } from '#domain/members/invitation.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { joined, meOf, newEmail, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addMember } from './add-member.ts';

const user = (change: Partial<NewUser> = {}): NewUser => ({
  name: 'Ida Vik',
  age: 29,
  email: newEmail(),
  role: 'employee',
  ...change,
});

const tokenTo = async (crm: Crm, email: string): Promise<string> =>
  /\/invite\/([\w-]+)/.exec((await crm.mailTo(email))[0]!.text)![1]!;

describe('F109 adding a user', () => {
  test(
    'F034 makes no account before the address is proved: it sends a link',
    withBusiness(async (crm) => {
      const admin = await crm.work('admin');
      const added = user({ password });
      const invitation = await addMember(admin, added);
      expect(invitation).toMatchObject({ name: 'Ida Vik', age: 29, role: 'employee', hasPassword: true });
      expect(JSON.stringify(invitation)).not.toContain(password);
      expect(await findAccount(added.email)).toBeNull();
      expect((await admin.invitations.open(new Date(), { limit: 5 })).items.map(({ email }) => email)).toEqual([
        added.email,
      ]);
    }),
  );

  test(
    'ASVS 6.4.1 with a password the link asks for it once, and it never opens the account',
    withBusiness(async (crm) => {
      const added = user({ password, role: 'customer' });
      await addMember(await crm.work('admin'), added);
      const token = await tokenTo(crm, added.email);
      const accepting = (answer: object) =>
        visitorOf(crm).does((visit) => acceptInvitation(visit, { token, ...answer }));
      const own = `${password} of my own`;
      for (const [answer, field] of [
        [{}, 'password'],
        [{ password: own }, 'givenPassword'],
        [{ password: own, givenPassword: 'another word' }, 'givenPassword'],
        [{ password, givenPassword: password }, 'password'],
      ] as const)
        expect(await refusalOf(accepting(answer))).toMatchObject({ errors: [{ pointer: `/body/${field}` }] });
      const me = meOf(await accepting({ password: own, givenPassword: password }));
      expect(me.member).toMatchObject({ name: 'Ida Vik', age: 29, role: 'customer', status: 'verified' });
      expect(await crm.system().customers.get(me.member.customerId!)).toMatchObject({ name: 'Ida Vik' });
      const signingIn = (typed: string) =>
        visitorOf(crm).does((visit) => signIn(visit, { email: added.email, password: typed }));
      expect(await refusalOf(signingIn(password))).toMatchObject({ status: 401 });
      expect(meOf(await signingIn(own)).member.id).toBe(me.member.id);
    }),
  );

  test(
    'without one the person chooses it at the link',
    withBusiness(async (crm) => {
      const added = user();
      await addMember(await crm.work('admin'), added);
      const token = await tokenTo(crm, added.email);
      const accepting = (answer: object) =>
        visitorOf(crm).does((visit) => acceptInvitation(visit, { token, ...answer }));
      expect(await refusalOf(accepting({}))).toMatchObject({ errors: [{ pointer: '/body/password' }] });
      expect(await refusalOf(accepting({ password: 'password123' }))).toMatchObject({
        errors: [{ pointer: '/body/password' }],
      });
      expect(meOf(await accepting({ password })).member).toMatchObject({ role: 'employee' });
    }),
  );

  test(
    'F115 with the address of a user is refused at its field',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      expect(await refusalOf(addMember(await crm.work('admin'), user({ email: me.member.email })))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/email', detail: 'A user with this e-mail address exists already' }],
      });
    }),
  );

  test(
    'with a common password is refused at its field',
    withBusiness(async (crm) => {
      const adding = addMember(await crm.work('admin'), user({ password: 'password123' }));
      expect(await refusalOf(adding)).toMatchObject({ errors: [{ pointer: '/body/password' }] });
    }),
  );
});

test.each<[string, object, string]>([
  ['age', { age: 'thirty' }, 'Age must be a whole number'],
  ['age', { age: 30.5 }, 'Age must be a whole number'],
  ['name', { name: 42 }, 'Name must be text'],
  ['name', { name: '' }, 'Please fill this in'],
  ['email', { email: 'ida@' }, 'Please enter a valid e-mail address'],
  ['email', { email: { $ne: null } }, 'Please enter a valid e-mail address'],
])('F115 a wrong %s in %j reads "%s"', (field, change, message) => {
  const { error } = NewUser.safeParse({ ...user(), ...change });
  expect(error?.issues.map(({ path, message: said }) => [path.join('/'), said])).toEqual([[field, message]]);
});
