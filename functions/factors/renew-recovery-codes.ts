import { problems } from '#domain/kernel/problem.ts';
import type { Work } from '#functions/work.ts';
import { announce } from './announce.ts';
import { factors, hasFactor } from './kept-factors.ts';
import { newRecoveryCodes } from './recovery-codes.ts';

export async function renewRecoveryCodes(work: Work): Promise<{ recoveryCodes: string[] }> {
  const { codes, kept } = await newRecoveryCodes();
  await factors.change(work.caller.accountId, async (stored) => {
    if (!hasFactor(stored)) throw problems.conflict('Recovery codes come with the first factor.');
    return { ...stored, recovery: kept };
  });
  await announce(work, { action: 'recovery-renewed', event: 'recovery-renewed', factor: 'recovery codes' });
  return { recoveryCodes: codes };
}
