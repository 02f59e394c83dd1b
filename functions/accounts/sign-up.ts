import type { CodeSent, OpenBusiness, SignUp } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import { isAddressTaken, workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { hashPassword } from './engine.ts';
import { findAccount } from './find-account.ts';
import type { WishOf } from './pending-store.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { sendCode } from './send-code.ts';

/** To join a business. No account is made: that waits for the code. */
export async function signUp(visit: Visit, { password, ...form }: SignUp): Promise<CodeSent> {
  const { id: workspaceId, name: businessName } = await workspaceAt(visit, form.slug);
  return askForProof(visit, { kind: 'join', workspaceId, businessName, ...form }, password);
}

export async function openBusiness(visit: Visit, { password, ...form }: OpenBusiness): Promise<CodeSent> {
  if (await isAddressTaken(form.slug))
    throw problems.invalid([{ pointer: '/body/slug', detail: 'This address is taken' }]);
  return askForProof(visit, { kind: 'open', ...form }, password);
}

type Form = Omit<WishOf<'join'>, 'passwordHash'> | Omit<WishOf<'open'>, 'passwordHash'>;

async function askForProof(visit: Visit, form: Form, password: string): Promise<CodeSent> {
  refuseWeakPassword(password, form);
  const [account, passwordHash] = await Promise.all([findAccount(form.email), hashPassword(password)]);
  return sendCode(visit, { wish: { ...form, passwordHash }, account, isFitting: account === null });
}
