import type { CodeSent, Reset } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Visit } from '#functions/work.ts';
import { checkCode } from './check-code.ts';
import { rememberDevice } from './device.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword, setPassword } from './engine.ts';
import { findAccount } from './find-account.ts';
import { noteOnAccount, personOf } from './note-account.ts';
import { pendings } from './pending-store.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { sendCode } from './send-code.ts';
import { tellOwner } from './tell-owner.ts';

export async function askReset(visit: Visit, email: string): Promise<CodeSent> {
  const account = await findAccount(email);
  return sendCode(visit, { wish: { kind: 'reset', email }, account, isFitting: account !== null });
}

/**
 * Also for an account without a password, which gets one. Nobody is signed in by it: a second factor stays asked for.
 * A password that is too weak does not spend the code.
 */
export async function resetPassword(visit: Visit, { password, ...proof }: Reset): Promise<void> {
  const { email } = await checkCode(visit, proof, ['reset'], async ({ value, etag }) => {
    refuseWeakPassword(password, value.wish);
    return pendings.remove(proof.ticket, etag);
  });
  const account = await findAccount(email);
  if (!account) throw problems.badCode();

  await setPassword(account.id, await hashPassword(password));
  await endSessionsOf(visit, account.id);
  rememberDevice(visit, account.id);
  await noteOnAccount(visit, account, { action: 'password-reset', by: await personOf(visit, account) });
  await tellOwner(visit, { to: email, event: 'password-reset' });
}
