import { type CodeSent, resendAfterSeconds } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Visit } from '#functions/work.ts';
import { pendingSignUps } from './pending-store.ts';
import { newCodeFor } from './send-code.ts';
import { codeMails, takeTry } from './tries.ts';

/** A new code takes the place of the old one. The tries stay used: five wrong ones in all. */
export async function resendCode(visit: Visit, signUpId: string): Promise<CodeSent> {
  const found = await pendingSignUps.find(signUpId, visit.now());
  if (!found) throw problems.notFound('The sign-up');

  const { wish, codeHash, sentAt } = found.value;
  const waitedSeconds = (visit.now().getTime() - Date.parse(sentAt)) / 1000;
  if (waitedSeconds < resendAfterSeconds) throw problems.tooManyTries(Math.ceil(resendAfterSeconds - waitedSeconds));

  await takeTry(visit, codeMails, wish.email);
  const { mail, ...sent } = newCodeFor(visit, { signUpId, wish, isTaken: codeHash === null });
  const isStored = await pendingSignUps.replace(signUpId, { ...found.value, ...sent }, found.etag);
  if (!isStored) throw problems.tooManyTries(resendAfterSeconds);
  await mail();
  return { signUpId, resendAfterSeconds };
}
