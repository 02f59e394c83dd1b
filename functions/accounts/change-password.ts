import type { PasswordChange } from '#domain/accounts/account.ts';
import { isFreshProof } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Work } from '#functions/work.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword, isPasswordOf, setPassword } from './engine.ts';
import { type Account, findAccountById } from './find-account.ts';
import { forgetPasswordTries, takePasswordTry } from './password-tries.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { renewSession } from './session.ts';
import { tellOwner } from './tell-owner.ts';

export async function readPassword(work: Work): Promise<{ isSet: boolean }> {
  return { isSet: (await ownAccount(work)).passwordHash !== null };
}

/** The session goes on under a new id, the others of the account end. */
export async function changePassword(work: Work, { current, password }: PasswordChange): Promise<void> {
  const { caller, workspace, audit, address } = work;
  const account = await ownAccount(work);
  const { email } = account;
  refuseWeakPassword(password, { email, name: caller.name, businessName: (await workspace.get()).name });
  await proveOneself(work, account, current);

  await setPassword(account.id, await hashPassword(password));
  await endSessionsOf(work, account.id, { except: caller.sessionId });
  await renewSession(work);
  const by = { memberId: caller.memberId, name: caller.name };
  await audit.add({ action: 'password-changed', by, on: { kind: 'account', id: account.id, name: email }, address });
  await tellOwner(work, { to: email, event: 'password-changed' });
}

/** By the password there is, or, where there is none, by having come in just now. */
async function proveOneself(work: Work, account: Account, current: string | undefined): Promise<void> {
  if (account.passwordHash === null) {
    if (!isFreshProof(work.caller, work.now())) throw problems.stepUpNeeded();
    return;
  }
  // Counted apart from the sign-in: a session left open must not be a place to guess at, nor to slow the owner down.
  const subject = `change\n${account.id}`;
  await takePasswordTry(work, subject);
  if (current === undefined || !(await isPasswordOf(account, current))) throw problems.wrongPassword();
  await forgetPasswordTries(subject);
}

async function ownAccount({ caller }: Work): Promise<Account> {
  const account = await findAccountById(caller.accountId);
  if (!account) throw problems.notSignedIn();
  return account;
}
