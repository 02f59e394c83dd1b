import { problems } from '#domain/kernel/problem.ts';
import type { FinishedLogin, OauthProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { type Account, findAccountById, ownerOfLogin } from '#functions/accounts/find-account.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { placeOf } from '#functions/accounts/sign-in.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { type Profile, profileAt, type Return } from './companies.ts';
import { joinByLogin } from './join-by-login.ts';
import { linkLogin } from './link-login.ts';
import { startedLogins, unprovedLogins } from './login-store.ts';
import { settingsOf } from './oauth-client.ts';

type Outcome = FinishedLogin['outcome'];

/** What the browser brought back from a company: who it is, and so who comes in. */
export async function finishLogin(visit: Visit, provider: OauthProvider, returned: Return): Promise<FinishedLogin> {
  settingsOf(provider);
  const started = await startedLogins.take(visit, provider, returned.state);
  if (!started?.exchange) throw problems.loginLapsed();

  const { exchange, intent } = started;
  const profile = await profileAt(provider, returned, { ...exchange, state: returned.state });
  if (intent.kind === 'link') {
    return { outcome: await linkLogin(visit, intent, { provider, subject: profile.subject }), next: null };
  }
  return { outcome: await come(visit, { provider, profile, slug: intent.slug }), next: intent.next };
}

type Coming = { provider: OauthProvider; profile: Profile; slug: string | null };

async function come(visit: Visit, { provider, profile, slug }: Coming): Promise<Outcome> {
  const login = { provider, subject: profile.subject };
  const owner = await ownerOfLogin(login);
  const account = owner && (await findAccountById(owner));
  if (account) return enter(visit, account, { provider, slug });
  if (slug === null) throw problems.loginRefused(unknownText(provider));
  if (profile.isVerified && profile.email !== null) {
    return joinByLogin(visit, { login, slug, name: profile.name, email: profile.email });
  }

  await unprovedLogins.add(visit, { ...login, name: profile.name, slug });
  return { step: 'email', name: profile.name, email: profile.email };
}

async function enter(visit: Visit, account: Account, { provider, slug }: Omit<Coming, 'profile'>): Promise<Outcome> {
  const workspaceId = slug === null ? null : (await workspaceAt(visit, slug)).id;
  const me = await placeOf(visit, account, { workspaceId, by: provider });
  return finishSignIn(visit, { accountId: account.id, me, by: provider });
}

const unknownText = (provider: OauthProvider): string =>
  `No account is connected to this ${providerNames[provider]} account yet. Please sign up at the address your business gave you.`;
