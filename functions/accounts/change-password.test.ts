import { describe, expect, test } from 'vitest';
import { joined, meOf, newEmail, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { workFor } from '#functions/work.ts';
import { changePassword, readPassword } from './change-password.ts';
import { createAccount } from './engine.ts';
import { findAccount } from './find-account.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { signIn, placeOf } from './sign-in.ts';

const next = 'another fine password';

async function signedIn(crm: Crm) {
  const { me, visitor } = await joined(crm, { name: 'Dipika Sarraf' });
  const changing = (current: string | undefined, chosen = next) =>
    visitor.does(async (visit) => {
      const caller = (await visitor.caller())!;
      return changePassword(workFor(caller, visit), { password: chosen, ...(current !== undefined && { current }) });
    });
  return { me, email: me.member.email, visitor, changing };
}

/** Somebody who came by another way than a password. */
async function withoutPassword(crm: Crm) {
  const email = newEmail();
  const id = crypto.randomUUID();
  await createAccount({ id, email, passwordHash: null });
  const visitor = visitorOf(crm);
  await visitor.does(async (visit) => {
    const me = await placeOf(visit, (await findAccount(email))!, { workspaceId: crm.workspace.id, by: 'google' });
    return finishSignIn(visit, { accountId: id, me, by: 'google' });
  });
  return { email, visitor };
}

describe('F061 ASVS 6.2.2 changing the password while signed in', () => {
  test(
    'ASVS 6.2.3 asks for the current one, and from then on only the new one works',
    withBusiness(async (crm) => {
      const { email, changing } = await signedIn(crm);
      await changing(password);
      const elsewhere = visitorOf(crm);
      expect(await refusalOf(elsewhere.does((visit) => signIn(visit, { email, password })))).toMatchObject({
        status: 401,
      });
      expect(meOf(await elsewhere.does((visit) => signIn(visit, { email, password: next }))).member.email).toBe(email);
    }),
  );

  test.each([
    ['a wrong one', 'not the password'],
    ['none', undefined],
  ])('ASVS 6.2.3 with %s is refused', (_, current) =>
    withBusiness(async (crm) => {
      const { email, changing, visitor } = await signedIn(crm);
      expect(await refusalOf(changing(current))).toMatchObject({ status: 400, errors: [{ pointer: '/body/current' }] });
      expect(meOf(await visitor.does((visit) => signIn(visit, { email, password }))).member.email).toBe(email);
    })(),
  );

  test(
    'F060 gives this browser a new session id and ends the other sessions',
    withBusiness(async (crm) => {
      const { email, visitor, changing } = await signedIn(crm);
      const elsewhere = visitorOf(crm);
      await elsewhere.does((visit) => signIn(visit, { email, password }));
      const [before] = visitor.cookies();
      await changing(password);

      expect(visitor.cookies().find(({ name }) => name === before!.name)!.value).not.toBe(before!.value);
      expect(await visitor.caller()).not.toBeNull();
      expect(await elsewhere.caller()).toBeNull();
      visitor.useCookies([before!]);
      expect(await visitor.caller()).toBeNull();
    }),
  );

  test(
    'is written down, and told to the owner',
    withBusiness(async (crm) => {
      const { me, email, changing } = await signedIn(crm);
      await changing(password);
      const [entry] = await crm.system().audit.newest({ limit: 1 });
      expect(entry).toMatchObject({ action: 'password-changed', by: { memberId: me.member.id } });
      expect((await crm.mailTo(email)).map(({ subject }) => subject)).toContain('Your password was changed');
    }),
  );

  test.each(['iloveyou', 'dipika-sarraf-26', 'StarOne!2026', 'marlow1850'])(
    'ASVS 6.2.4 6.2.11 to "%s" is refused, and the old one stays',
    (weak) =>
      withBusiness(async (crm) => {
        const { email, visitor, changing } = await signedIn(crm);
        expect(await refusalOf(changing(password, weak))).toMatchObject({ errors: [{ pointer: '/body/password' }] });
        expect(await refusalOf(visitor.does((visit) => signIn(visit, { email, password })))).toBeNull();
      })(),
  );

  test(
    'is slowed after five wrong ones, which do not slow down the sign-in',
    withBusiness(async (crm) => {
      const { email, changing } = await signedIn(crm);
      for (let index = 0; index < 6; index++) expect(await refusalOf(changing('wrong'))).toMatchObject({ status: 400 });
      expect(await refusalOf(changing(password))).toMatchObject({ status: 429, retryAfter: 1 });
      expect(await refusalOf(visitorOf(crm).does((visit) => signIn(visit, { email, password })))).toBeNull();
    }),
  );
});

describe('somebody who came by another way', () => {
  test(
    'gets a first password without an old one, having come in just now',
    withBusiness(async (crm) => {
      const { email, visitor } = await withoutPassword(crm);
      expect(await readPassword(await visitor.work())).toEqual({ isSet: false });
      await visitor.does(async (visit) =>
        changePassword(workFor((await visitor.caller())!, visit), { password: next }),
      );
      expect(await readPassword(await visitor.work())).toEqual({ isSet: true });
      expect(await refusalOf(visitorOf(crm).does((visit) => signIn(visit, { email, password: next })))).toBeNull();
    }),
  );

  test(
    'has to prove it again after ten minutes',
    withBusiness(async (crm) => {
      const { visitor } = await withoutPassword(crm);
      visitor.later(601);
      const work = await visitor.work();
      expect(await refusalOf(changePassword(work, { password: next }))).toMatchObject({
        status: 403,
        type: '/problems/step-up-needed',
      });
    }),
  );
});
