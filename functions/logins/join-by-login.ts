import { problems } from '#domain/kernel/problem.ts';
import type { OauthProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { claimLogin, createAccount, type Login } from '#functions/accounts/engine.ts';
import { findAccount, ownerOfLogin } from '#functions/accounts/find-account.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { joinWorkspace } from '#functions/members/join-workspace.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';

type Joining = {
  login: { provider: OauthProvider; subject: string };
  slug: string;
  name: string;
  /** Proved, by the company or by our own code. */
  email: string;
};

/** Somebody new comes to a business. An account that has the address already is never touched. */
export async function joinByLogin(visit: Visit, { login, slug, name, email }: Joining): Promise<SignedIn> {
  const workspace = await workspaceAt(visit, slug);
  const accountId = await accountFor(visit, login, email);
  const { provider: by } = login;
  const me = await joinWorkspace(visit, workspace.id, {
    accountId,
    email,
    name,
    age: null,
    role: 'customer',
    joinedBy: by,
  });
  return finishSignIn(visit, { accountId, me, by });
}

const mostAttempts = 10;

/** Of many at once all come to the same account; a try that was cut off half-way is finished by the next one. */
async function accountFor(visit: Visit, login: Login, email: string): Promise<string> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const [known, owner] = await Promise.all([findAccount(email), ownerOfLogin(login)]);
    if (known && known.id !== owner) throw problems.loginRefused(takenText(login.provider));
    const accountId = await claimLogin(login, visit.newId());
    // False while another try is about to make it.
    if (await createAccount({ id: accountId, email, passwordHash: null })) return accountId;
  }
  throw problems.unavailable('Sign-up');
}

/** Whoever has the mailbox at the company need not be who has the account here. */
const takenText = (provider: Login['provider']): string =>
  `There is an account with this e-mail address already. Sign in with your password or a code, then connect ${providerNames[provider]} on your profile.`;
