import {
  type CodeSent,
  codeTries,
  type OpenBusiness,
  resendAfterSeconds,
  type SignUp,
} from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import { isAddressTaken, workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { hashPassword } from './engine.ts';
import { findAccount } from './find-account.ts';
import { pendingSignUps, type Wish } from './pending-store.ts';
import { newToken } from './secrets.ts';
import { newCodeFor } from './send-code.ts';
import { codeMails, takeTry } from './tries.ts';

/** To join a business. No account is made: that waits for the code. */
export async function signUp(visit: Visit, { password, ...form }: SignUp): Promise<CodeSent> {
  const { id: workspaceId, name: businessName } = await workspaceAt(visit, form.slug);
  return askForProof(visit, { kind: 'join', workspaceId, businessName, ...form }, password);
}

export async function openBusiness(visit: Visit, { password, ...form }: OpenBusiness): Promise<CodeSent> {
  if (await isAddressTaken(form.slug))
    throw problems.invalid([{ pointer: '/body/slug', detail: 'This address is taken' }]);
  return askForProof(visit, { kind: 'open', ...form }, password);
}

/** Does the same work and gives the same answer whether or not the e-mail address has an account. */
async function askForProof(visit: Visit, wish: Wish, password: string): Promise<CodeSent> {
  await takeTry(visit, codeMails, wish.email);
  const [account, passwordHash] = await Promise.all([findAccount(wish.email), hashPassword(password)]);
  const signUpId = newToken();
  const { mail, ...sent } = newCodeFor(visit, { signUpId, wish, isTaken: account !== null });
  await pendingSignUps.add(signUpId, { wish, passwordHash, triesLeft: codeTries, claimedUntil: null, ...sent });
  await mail();
  return { signUpId, resendAfterSeconds };
}
