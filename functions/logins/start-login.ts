import type { OauthProvider } from '#domain/logins/login.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit, Work } from '#functions/work.ts';
import { addressAt, newSecrets } from './companies.ts';
import { type Intent, startedLogins } from './login-store.ts';

type At = { slug?: string | undefined; next?: string | undefined };

/** Where to send somebody who signs in, or signs up at a business, with a company's account. */
export async function startLogin(visit: Visit, provider: OauthProvider, at: At): Promise<{ url: string }> {
  return start(visit, provider, await signInIntent(visit, at));
}

export async function signInIntent(visit: Visit, { slug, next }: At): Promise<Intent> {
  if (slug !== undefined) await workspaceAt(visit, slug);
  return { kind: 'sign-in', slug: slug ?? null, next: next ?? null };
}

/** Where to send somebody who connects a company's account to their own. */
export const startLink = (work: Work, provider: OauthProvider): Promise<{ url: string }> =>
  start(work, provider, linkIntent(work));

export const linkIntent = ({ caller: { workspaceId, accountId, sessionId } }: Work): Intent => ({
  kind: 'link',
  workspaceId,
  accountId,
  sessionId,
});

async function start(visit: Visit, provider: OauthProvider, intent: Intent): Promise<{ url: string }> {
  const secrets = newSecrets();
  const url = await addressAt(provider, secrets);
  const { state, ...exchange } = secrets;
  await startedLogins.add(visit, state, { provider, exchange, intent });
  return { url };
}
