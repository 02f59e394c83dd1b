import { problems } from '#domain/kernel/problem.ts';
import type { Visit } from '#functions/work.ts';
import { isPasswordOf } from './engine.ts';
import { type Account, findAccount } from './find-account.ts';
import { forgetTries, passwordTries, takeTry } from './tries.ts';

/** The account behind an e-mail address and its password; unknown address and wrong password are one answer. */
export async function checkPassword(
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<Account> {
  await takeTry(visit, passwordTries, email);
  const account = await findAccount(email);
  const isRight = await isPasswordOf(account, password);
  if (!account || !isRight) throw problems.badLogin();
  await forgetTries(passwordTries, email);
  return account;
}
