import * as z from 'zod';
import { LoginProvider } from '#domain/logins/login.ts';
import {
  claimLogin,
  createAccount,
  loginsOf,
  rememberMembership,
  rememberSecondFactor,
} from '#functions/accounts/engine.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { factors, hasFactor, StoredFactors } from '#functions/factors/kept-factors.ts';

/** By what a person comes in: the same in every business they are a member of. */
export const AccountRecord = z.object({
  id: z.string(),
  email: z.string(),
  passwordHash: z.string().nullable(),
  last: z.object({ workspaceId: z.string(), memberId: z.string() }).nullable(),
  logins: z.array(z.object({ provider: LoginProvider, subject: z.string() })),
  factors: StoredFactors,
});
export type AccountRecord = z.infer<typeof AccountRecord>;

/** Null for an account that is gone. */
export async function readAccount(accountId: string): Promise<AccountRecord | null> {
  const account = await findAccountById(accountId);
  if (!account) return null;
  const logins = (await loginsOf(accountId)).map(({ provider, subject }) => ({ provider, subject }));
  return { ...account, logins, factors: await factors.read(accountId) };
}

/** One that is still here stays as it is. False when its address has another account by now. Safe to repeat. */
export async function restoreAccount({ id, last, logins, ...record }: AccountRecord): Promise<boolean> {
  if (await findAccountById(id)) return true;
  for (const login of logins) await claimLogin(login, id);
  await factors.change(id, () => Promise.resolve(record.factors));
  for (const { credentialId } of record.factors.passkeys) await factors.claim(credentialId, id);
  if (!(await createAccount({ id, email: record.email, passwordHash: record.passwordHash }))) return false;
  if (last) await rememberMembership(id, last);
  if (hasFactor(record.factors)) await rememberSecondFactor(id, true);
  return true;
}
