import { type CodeSent, resendAfterSeconds } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Visit } from '#functions/work.ts';
import { knownDeviceOr } from './device.ts';
import { findAccount } from './find-account.ts';
import { pendings } from './pending-store.ts';
import { newCodeFor } from './send-code.ts';
import { codeMails, takeTry } from './tries.ts';

/** A new code takes the place of the old one. The tries stay used: five wrong ones in all. */
export async function resendCode(visit: Visit, ticket: string): Promise<CodeSent> {
  const found = await pendings.find(ticket, visit.now());
  if (!found) throw problems.notFound('What the code was asked for');

  const { wish, codeHash, sentAt } = found.value;
  const waitedSeconds = (visit.now().getTime() - Date.parse(sentAt)) / 1000;
  if (waitedSeconds < resendAfterSeconds) throw problems.tooManyTries(Math.ceil(resendAfterSeconds - waitedSeconds));

  await takeTry(visit, codeMails, knownDeviceOr(visit, await findAccount(wish.email), wish.email));
  const { mail, ...sent } = newCodeFor(visit, ticket, { wish, isFitting: codeHash !== null });
  const isStored = await pendings.replace(ticket, { ...found.value, ...sent }, found.etag);
  if (!isStored) throw problems.tooManyTries(resendAfterSeconds);
  await mail();
  return { ticket, resendAfterSeconds };
}
