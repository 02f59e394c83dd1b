import { problems } from '#domain/kernel/problem.ts';
import type { LoginProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { loginsOf, removeLogin } from '#functions/accounts/engine.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import { hasPasskey } from '#functions/factors/has-passkey.ts';
import type { Work } from '#functions/work.ts';

/** Never the last way in: nobody should lock themselves out by tidying up. */
export async function unlinkLogin(work: Work, provider: LoginProvider): Promise<void> {
  const { caller, members, audit, address } = work;
  const logins = await loginsOf(caller.accountId);
  const login = logins.find((one) => one.provider === provider);
  if (!login) throw problems.notFound('The connection');
  if (logins.length === 1 && !(await hasOtherWay(caller.accountId))) {
    throw problems.conflict('This is your only way to sign in. Set a password or connect another account first.');
  }
  await removeLogin(login);

  const detail = providerNames[provider];
  const { email } = await members.get(caller.memberId);
  const by = { memberId: caller.memberId, name: caller.name };
  await audit.add({ action: 'login-unlinked', by, detail: { way: detail }, address });
  await tellOwner(work, { to: email, event: 'login-unlinked', detail });
}

const hasOtherWay = async (accountId: string): Promise<boolean> =>
  (await findAccountById(accountId))?.passwordHash != null || (await hasPasskey(accountId));
