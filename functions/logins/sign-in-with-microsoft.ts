import { problems } from '#domain/kernel/problem.ts';
import type { FinishedLogin, MicrosoftStart } from '#domain/logins/login.ts';
import { type Account, findAccountById, ownerOfLogin } from '#functions/accounts/find-account.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { newToken } from '#functions/accounts/secrets.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit, Work } from '#functions/work.ts';
import { checkIdToken } from './check-id-token.ts';
import { linkLogin } from './link-login.ts';
import { type Intent, startedLogins } from './login-store.ts';
import { microsoft } from './microsoft.ts';
import { linkIntent } from './start-login.ts';

/** A nonce for one sign-in from this browser, and what its library has to know. */
export async function startMicrosoft(visit: Visit, intent: Intent): Promise<MicrosoftStart> {
  const { clientId, authority, metadata } = await microsoft();
  const nonce = newToken();
  await startedLogins.add(visit, nonce, { provider: 'microsoft', exchange: null, intent });
  return { nonce, clientId, authority, metadata };
}

export async function startMicrosoftLink(work: Work): Promise<MicrosoftStart> {
  if (work.caller.role === 'customer') throw problems.loginRefused(staffText);
  return startMicrosoft(work, linkIntent(work));
}

/** The token is checked first and its nonce used up then, so that whoever kept it can do nothing with it. */
export async function finishMicrosoft(visit: Visit, idToken: string): Promise<FinishedLogin> {
  const { clientId, metadata, keys } = await microsoft();
  const expected = { clientId, issuer: metadata.issuer, keys, now: visit.now() };
  const { tid, oid, nonce } = await checkIdToken(idToken, expected);
  const started = await startedLogins.take(visit, 'microsoft', nonce);
  if (!started) throw problems.loginLapsed();

  const { intent } = started;
  const login = { provider: 'microsoft', subject: `${tid}.${oid}` } as const;
  if (intent.kind === 'link') {
    await refuseOtherTenants(visit, intent.workspaceId, tid);
    return { outcome: await linkLogin(visit, intent, login), next: null };
  }
  const owner = await ownerOfLogin(login);
  const account = owner && (await findAccountById(owner));
  if (!account) throw problems.loginRefused(unknownText);
  const workspaceId = intent.slug === null ? account.last?.workspaceId : (await workspaceAt(visit, intent.slug)).id;
  if (!workspaceId) throw problems.conflict('Please sign in at the address of a business.');
  await refuseOtherTenants(visit, workspaceId, tid);
  return { outcome: await enter(visit, account, workspaceId), next: intent.next };
}

async function refuseOtherTenants(visit: Visit, workspaceId: string, tid: string): Promise<void> {
  const { microsoftTenants } = await visit.in(workspaceId).signInRules.get();
  if (!microsoftTenants.includes(tid.toLowerCase())) throw problems.loginRefused(tenantText);
}

/** For the business's own people: customers come in another way, and nobody joins by it. */
async function enter(visit: Visit, { id: accountId }: Account, workspaceId: string): Promise<FinishedLogin['outcome']> {
  const { members, workspace } = visit.in(workspaceId);
  const member = await members.find(members.idFor(accountId));
  if (!member || member.deletedAt !== null || member.role === 'customer') throw problems.loginRefused(staffText);
  return finishSignIn(visit, { accountId, me: { member, workspace: await workspace.get() }, by: 'microsoft' });
}

const unknownText =
  'No account is connected to this Microsoft account yet. Sign in another way and connect it on your profile, or accept your invitation first.';
const tenantText = 'This business does not allow Microsoft accounts of your organization.';
const staffText = 'Microsoft accounts are for the people who work at this business.';
