import type { CodeSent } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { type Proof, spendCode } from '#functions/accounts/check-code.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { sendCode } from '#functions/accounts/send-code.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { joinByLogin } from './join-by-login.ts';
import { unprovedLogins } from './login-store.ts';

/** To the address that somebody gave whose company vouches for none; the same answer when it has an account. */
export async function askEmailCode(visit: Visit, email: string): Promise<CodeSent> {
  const login = await unprovedLogins.find(visit);
  if (!login) throw problems.loginLapsed();
  const { provider, subject, name, slug } = login;
  const { name: businessName } = await workspaceAt(visit, slug);
  const account = await findAccount(email);
  const wish = { kind: 'login', email, name, businessName, slug, provider, subject } as const;
  return sendCode(visit, { wish, account, isFitting: account === null });
}

export async function proveEmail(visit: Visit, proof: Proof): Promise<SignedIn> {
  const { provider, subject, slug, name, email } = await spendCode(visit, proof, ['login']);
  return joinByLogin(visit, { login: { provider, subject }, slug, name, email });
}
