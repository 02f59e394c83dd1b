import type { PasskeySigned } from '#domain/factors/webauthn.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { placeOf } from '#functions/accounts/sign-in.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { accountByPasskey } from './check-passkey.ts';

type Login = { response: PasskeySigned; slug?: string | undefined };

/** The passkey alone is the whole sign-in: it says whose it is, and the authenticator has checked its owner. */
export async function passkeySignIn(visit: Visit, { response, slug }: Login): Promise<SignedIn> {
  const workspace = slug === undefined ? null : await workspaceAt(visit, slug);
  const account = await findAccountById(await accountByPasskey(visit, response));
  if (!account) throw problems.badPasskey();
  const me = await placeOf(visit, account, { workspaceId: workspace?.id ?? null, by: 'password' });
  return finishSignIn(visit, { accountId: account.id, me, by: 'passkey' });
}
