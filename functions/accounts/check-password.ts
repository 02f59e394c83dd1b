import { problems } from '#domain/kernel/problem.ts';
import type { Visit } from '#functions/work.ts';
import { knownDeviceOr } from './device.ts';
import { isPasswordOf } from './engine.ts';
import { type Account, findAccount } from './find-account.ts';
import { noteOnAccount } from './note-account.ts';
import { forgetPasswordTries, takePasswordTry } from './password-tries.ts';

/** The account behind an e-mail address and its password; unknown address and wrong password are one answer. */
export async function checkPassword(
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<Account> {
  const account = await findAccount(email);
  const subject = knownDeviceOr(visit, account, email);
  const tries = await takePasswordTry(visit, subject);
  const isRight = await isPasswordOf(account, password);
  if (!account || !isRight) throw problems.badLogin();

  await forgetPasswordTries(subject);
  // Told now and not at each wrong one: an entry that only known addresses get would give them away.
  const wrong = tries - 1;
  if (wrong > 0) {
    await noteOnAccount(visit, account, { action: 'sign-in-failed', by: null, detail: { count: String(wrong) } });
  }
  return account;
}
