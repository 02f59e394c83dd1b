import { problems } from '#domain/kernel/problem.ts';
import type { FinishedLogin } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { claimLogin, type Login, loginsOf } from '#functions/accounts/engine.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import { callerOf } from '#functions/platform/caller.ts';
import { type Visit, type Work, workFor } from '#functions/work.ts';
import type { Intent } from './login-store.ts';

/** Connects a company's account to the account of whoever started it, in the session it was started in. */
export async function linkLogin(
  visit: Visit,
  intent: Extract<Intent, { kind: 'link' }>,
  login: Login,
): Promise<FinishedLogin['outcome']> {
  const { provider } = login;
  const caller = await callerOf(visit);
  if (caller?.accountId !== intent.accountId || caller.sessionId !== intent.sessionId) throw problems.loginLapsed();

  const name = providerNames[provider];
  const mine = (await loginsOf(caller.accountId)).find((one) => one.provider === provider);
  if (mine && mine.subject !== login.subject) {
    throw problems.loginRefused(`Another ${name} account is connected to yours. Please disconnect it first.`);
  }
  if ((await claimLogin(login, caller.accountId)) !== caller.accountId) {
    throw problems.loginRefused(`This ${name} account is connected to another account here.`);
  }
  if (!mine) await note(workFor(caller, visit), name);
  return { step: 'linked', provider };
}

async function note(work: Work, name: string): Promise<void> {
  const { caller, members, audit, address } = work;
  const { email } = await members.get(caller.memberId);
  await audit.add({
    action: 'login-linked',
    by: { memberId: caller.memberId, name: caller.name },
    detail: { way: name },
    address,
  });
  await tellOwner(work, { to: email, event: 'login-linked', detail: name });
}
