import type { CodeSent, CodeWish } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { type Proof, spendCode } from './check-code.ts';
import { findAccount } from './find-account.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { sendCode } from './send-code.ts';
import { placeOf } from './sign-in.ts';

/** The way in without a password. */
export async function askSignInCode(visit: Visit, { email, slug }: CodeWish): Promise<CodeSent> {
  if (slug !== undefined) await workspaceAt(visit, slug);
  const account = await findAccount(email);
  const wish = { kind: 'sign-in', email, slug: slug ?? null } as const;
  return sendCode(visit, { wish, account, isFitting: account !== null });
}

export async function signInByCode(visit: Visit, proof: Proof): Promise<SignedIn> {
  const { email, slug } = await spendCode(visit, proof, ['sign-in']);
  const account = await findAccount(email);
  if (!account) throw problems.badCode();
  const workspaceId = slug === null ? null : (await workspaceAt(visit, slug)).id;
  const me = await placeOf(visit, account, { workspaceId, by: 'code' });
  return finishSignIn(visit, { accountId: account.id, me, by: 'code' });
}
