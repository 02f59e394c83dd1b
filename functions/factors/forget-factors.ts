import { factors } from './kept-factors.ts';

/** All second factors of an account that is erased. Safe to repeat. */
export async function forgetFactors(accountId: string): Promise<void> {
  const { passkeys } = await factors.read(accountId);
  await Promise.all(passkeys.map(({ credentialId }) => factors.release(credentialId)));
  await factors.remove(accountId);
}
