import type { OpenBusiness, SignUp } from '#domain/accounts/account.ts';
import type { Me, SignedIn } from '#domain/members/member.ts';
import { prove } from '#functions/accounts/prove.ts';
import { openBusiness, signUp } from '#functions/accounts/sign-up.ts';
import { claimAddress } from '#functions/workspaces/addresses.ts';
import { type Visitor, visitorOf } from './visitor.ts';
import { type Crm, withCrm } from './with-crm.ts';

export const password = 'correct horse battery';
export const newEmail = (): string => `${crypto.randomUUID()}@example.com`;
export const newSlug = (): string => `shop-${crypto.randomUUID().slice(0, 13)}`;

/** A fresh workspace that answers at its address. */
export const withBusiness = (run: (crm: Crm) => Promise<void>) =>
  withCrm(async (crm) => {
    await claimAddress(crm.workspace.slug, crm.workspace.id);
    await run(crm);
  });

export const signUpForm = (crm: Crm, change: Partial<SignUp> = {}): SignUp => ({
  slug: crm.workspace.slug,
  name: 'Dipika Sarraf',
  email: newEmail(),
  age: 34,
  role: 'customer',
  password,
  ...change,
});

export const businessForm = (change: Partial<OpenBusiness> = {}): OpenBusiness => ({
  businessName: 'Oslo Gold & Silver',
  slug: newSlug(),
  currency: 'USD',
  timeZone: 'Europe/Oslo',
  name: 'Ada Holm',
  email: newEmail(),
  age: 41,
  password,
  ...change,
});

/** The code in the newest mail to an address. */
export async function codeTo(crm: Crm, email: string): Promise<string> {
  const codes = (await crm.mailTo(email)).map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).filter(Boolean);
  const [code] = codes;
  if (!code) throw new Error(`No code was sent to ${email}`);
  return code;
}

/** Who came in without being asked for more. */
export function meOf(answer: SignedIn): Me {
  if (answer.step !== 'in') throw new Error('A second factor is asked for');
  return answer.me;
}

type Joined = { visitor: Visitor; me: Me };

export async function joined(crm: Crm, change: Partial<SignUp> = {}): Promise<Joined> {
  const visitor = visitorOf(crm);
  const form = signUpForm(crm, change);
  const { ticket } = await visitor.does((visit) => signUp(visit, form));
  const code = await codeTo(crm, form.email);
  return { visitor, me: await visitor.does((visit) => prove(visit, { ticket, code })) };
}

export async function opened(crm: Crm, change: Partial<OpenBusiness> = {}): Promise<Joined> {
  const visitor = visitorOf(crm);
  const form = businessForm(change);
  const { ticket } = await visitor.does((visit) => openBusiness(visit, form));
  const code = await codeTo(crm, form.email);
  return { visitor, me: await visitor.does((visit) => prove(visit, { ticket, code })) };
}
