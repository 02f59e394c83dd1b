import { expect, test } from 'vitest';
import { claimLogin } from '#functions/accounts/engine.ts';
import { joined, newEmail, opened, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { listLogins, listProviders } from './list-logins.ts';
import { finishMicrosoft, startMicrosoft, startMicrosoftLink } from './sign-in-with-microsoft.ts';
import { signInIntent } from './start-login.ts';
import { idTokenAt } from './testing/at-microsoft.ts';
import type { Saying } from './testing/at-company.ts';
import { memberIn } from './testing/with-company.ts';

const tenant = '0193f0a0-7e11-4000-8000-0000000000aa';
const lapsed = { type: '/problems/login-lapsed', status: 400 };
const refused = { type: '/problems/login-refused', status: 403 };

/** A business whose admin has connected an account of its directory. */
async function withStaff(crm: Crm) {
  const { visitor, me } = await opened(crm);
  const { signInRules } = crm.visit().in(me.workspace.id);
  await signInRules.put({ ...(await signInRules.get()), microsoftTenants: [tenant] });
  const account = { email: newEmail(), tenant };
  await link(visitor, account);
  return { visitor, me, account };
}

async function link(visitor: Visitor, account: Saying) {
  const start = await visitor.works(startMicrosoftLink);
  const idToken = await idTokenAt(start, account);
  return visitor.does((visit) => finishMicrosoft(visit, idToken));
}

async function tokenFor(visitor: Visitor, account: Saying, slug?: string): Promise<string> {
  const start = await visitor.does(async (visit) => startMicrosoft(visit, await signInIntent(visit, { slug })));
  return idTokenAt(start, account);
}

async function signIn(visitor: Visitor, account: Saying, slug?: string) {
  const idToken = await tokenFor(visitor, account, slug);
  return visitor.does((visit) => finishMicrosoft(visit, idToken));
}

test(
  'staff connect their Microsoft account on the profile and sign in with it',
  withCrm(async (crm) => {
    const { me, account } = await withStaff(crm);
    const visitor = visitorOf(crm);
    expect(memberIn(await signIn(visitor, account, me.workspace.slug)).id).toBe(me.member.id);
    expect(await visitor.caller()).toMatchObject({ memberId: me.member.id, role: 'admin' });
    expect(memberIn(await signIn(visitorOf(crm), account)).id).toBe(me.member.id);
  }),
);

test(
  'W13 ASVS 6.8.1 the account is found by directory and person, never by address',
  withCrm(async (crm) => {
    const { me, account } = await withStaff(crm);
    const sameAddress = { ...account, email: me.member.email, subject: crypto.randomUUID() };
    expect(await refusalOf(signIn(visitorOf(crm), sameAddress))).toMatchObject(refused);

    const subject = crypto.randomUUID();
    const other = await opened(crm);
    const { signInRules } = crm.visit().in(other.me.workspace.id);
    await signInRules.put({ ...(await signInRules.get()), microsoftTenants: [tenant] });
    await link(other.visitor, { ...account, subject });
    const renamed = { email: newEmail(), tenant, subject };
    expect(memberIn(await signIn(visitorOf(crm), renamed)).id).toBe(other.me.member.id);
  }),
);

test(
  'only directories that the business allows lead in, and at first none does',
  withCrm(async (crm) => {
    const { visitor, me, account } = await withStaff(crm);
    const { signInRules } = crm.visit().in(me.workspace.id);
    await signInRules.put({ ...(await signInRules.get()), microsoftTenants: [crypto.randomUUID()] });
    expect(await refusalOf(signIn(visitorOf(crm), account))).toMatchObject(refused);
    expect(await refusalOf(link(visitor, account))).toMatchObject(refused);

    const fresh = await opened(crm);
    expect(await refusalOf(link(fresh.visitor, { email: newEmail(), tenant }))).toMatchObject(refused);
  }),
);

test(
  'customers do not come in with Microsoft, and nobody joins by it',
  withBusiness(async (crm) => {
    const { slug } = crm.workspace;
    const { signInRules } = crm.system();
    await signInRules.put({ ...(await signInRules.get()), microsoftTenants: [tenant] });
    const subject = crypto.randomUUID();
    const account = { email: newEmail(), tenant, subject };
    expect(await refusalOf(signIn(visitorOf(crm), account, slug))).toMatchObject(refused);

    const { visitor, me } = await joined(crm);
    expect(await refusalOf(visitor.works(startMicrosoftLink))).toMatchObject(refused);
    // As somebody of the staff would have it who became a customer.
    await claimLogin({ provider: 'microsoft', subject: `${tenant}.${subject}` }, me.member.accountId);
    expect(await refusalOf(signIn(visitorOf(crm), account, slug))).toMatchObject(refused);
  }),
);

test(
  'Microsoft is offered where a business allows a directory',
  withBusiness(async (crm) => {
    const { slug } = crm.workspace;
    expect((await listProviders(crm.visit(), slug)).items).not.toContain('microsoft');
    const { signInRules } = crm.system();
    await signInRules.put({ ...(await signInRules.get()), microsoftTenants: [tenant] });
    expect((await listProviders(crm.visit(), slug)).items).toContain('microsoft');
    expect((await listLogins(await crm.work('admin'))).items.map(({ provider }) => provider)).toContain('microsoft');
    expect((await listLogins(await crm.work('customer'))).items.map(({ provider }) => provider)).not.toContain(
      'microsoft',
    );
  }),
);

test(
  'ASVS 6.8.3 an ID token works once, also of twenty at once',
  withCrm(async (crm) => {
    const { account } = await withStaff(crm);
    const visitor = visitorOf(crm);
    const idToken = await tokenFor(visitor, account);
    const tries = Array.from({ length: 20 }, () => refusalOf(visitor.does((visit) => finishMicrosoft(visit, idToken))));
    const refusals = await Promise.all(tries);
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(refusals.find((refusal) => refusal !== null)).toMatchObject(lapsed);
  }),
);

test(
  'ASVS 6.8.3 an ID token is of no use in another browser, nor after ten minutes',
  withCrm(async (crm) => {
    const { account } = await withStaff(crm);
    const owner = visitorOf(crm);
    const stolen = await tokenFor(owner, account);
    const thief = visitorOf(crm);
    expect(await refusalOf(thief.does((visit) => finishMicrosoft(visit, stolen)))).toMatchObject(lapsed);
    owner.later(601);
    expect(await refusalOf(owner.does((visit) => finishMicrosoft(visit, stolen)))).toMatchObject(lapsed);
  }),
);

test(
  'a nonce that we did not issue is refused',
  withCrm(async (crm) => {
    const { account } = await withStaff(crm);
    const visitor = visitorOf(crm);
    const start = await visitor.does(async (visit) => startMicrosoft(visit, await signInIntent(visit, {})));
    const idToken = await idTokenAt({ ...start, nonce: 'a nonce of their own' }, account);
    expect(await refusalOf(visitor.does((visit) => finishMicrosoft(visit, idToken)))).toMatchObject(lapsed);
  }),
);

test(
  'the token somebody was given to connect an account does not sign anybody in',
  withCrm(async (crm) => {
    const { visitor, account } = await withStaff(crm);
    const start = await visitor.works(startMicrosoftLink);
    const idToken = await idTokenAt(start, account);
    visitor.useCookies(visitor.cookies().filter(({ name }) => !name.includes('session')));
    expect(await refusalOf(visitor.does((visit) => finishMicrosoft(visit, idToken)))).toMatchObject(lapsed);
    expect(await visitor.caller()).toBeNull();
  }),
);
