import { type ConnectedLogin, LoginProvider } from '#domain/logins/login.ts';
import { loginsOf } from '#functions/accounts/engine.ts';
import { config } from '#functions/platform/config.ts';
import { findWorkspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit, Work } from '#functions/work.ts';

const isOn = (provider: LoginProvider): boolean => config.providers[provider] !== null;

/** At a business, Microsoft only where it allows a directory. */
export async function listProviders(visit: Visit, slug?: string): Promise<{ items: LoginProvider[] }> {
  const hasMicrosoft = slug === undefined || (await allowsMicrosoftAt(visit, slug));
  return { items: LoginProvider.options.filter((provider) => isOn(provider) && isFor(provider, hasMicrosoft)) };
}

async function allowsMicrosoftAt(visit: Visit, slug: string): Promise<boolean> {
  const workspace = await findWorkspaceAt(visit, slug);
  return workspace !== null && allowsMicrosoft(visit, workspace.id);
}

/** One that is not offered any more stays in the list while it is connected, so that it can be disconnected. */
export async function listLogins(work: Work): Promise<{ items: ConnectedLogin[] }> {
  const { accountId, role, workspaceId } = work.caller;
  const [logins, isAllowed] = await Promise.all([loginsOf(accountId), allowsMicrosoft(work, workspaceId)]);
  const hasMicrosoft = isAllowed && role !== 'customer';
  const items = LoginProvider.options.map((provider) => ({
    provider,
    connectedAt: logins.find((login) => login.provider === provider)?.connectedAt ?? null,
  }));
  return {
    items: items.filter(
      ({ provider, connectedAt }) => connectedAt !== null || (isOn(provider) && isFor(provider, hasMicrosoft)),
    ),
  };
}

const isFor = (provider: LoginProvider, hasMicrosoft: boolean): boolean => provider !== 'microsoft' || hasMicrosoft;

const allowsMicrosoft = async (visit: Visit, workspaceId: string): Promise<boolean> =>
  (await visit.in(workspaceId).signInRules.get()).microsoftTenants.length > 0;
