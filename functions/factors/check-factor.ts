import type { SecondFactorProof } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { forgetSlowedTries, takeSlowedTry } from '#functions/accounts/password-tries.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import type { Visit } from '#functions/work.ts';
import { type Purpose, takeChallenge } from './challenges.ts';
import { checkPasskey } from './check-passkey.ts';
import { factorTries } from './factor-tries.ts';
import { factors, type StoredFactors } from './kept-factors.ts';
import { withoutCode } from './recovery-codes.ts';
import { unseal } from './seal.ts';
import { stepOfCode } from './totp.ts';

type Checking = { accountId: string; act: Purpose['act']; proof: SecondFactorProof };

/** Refuses what does not prove a second factor of the account. Each code, and each answer of a passkey, is used up. */
export async function checkFactor(visit: Visit, { accountId, act, proof }: Checking): Promise<void> {
  if (proof.way === 'passkey') {
    const challenge = await takeChallenge(visit, { act, accountId });
    return checkPasskey(visit, { accountId, challenge, response: proof.response });
  }
  const tries = await takeSlowedTry(visit, factorTries, accountId);
  if (tries === toldAt) await tellOfGuesses(visit, accountId);
  const use = proof.way === 'totp' ? useTotp(accountId, visit.now()) : useRecoveryCode;
  await factors.change(accountId, (stored) => use(stored, proof.code));
  await forgetSlowedTries(factorTries, accountId);
}

/** Who is asked for a code has the password already: the owner is told while the guesses are few. */
const toldAt = 6;

async function tellOfGuesses(visit: Visit, accountId: string): Promise<void> {
  const account = await findAccountById(accountId);
  if (account) await tellOwner(visit, { to: account.email, event: 'wrong-codes' });
}

const useTotp =
  (accountId: string, now: Date) =>
  async (stored: StoredFactors, code: string): Promise<StoredFactors> => {
    const { totp } = stored;
    if (!totp) throw problems.badCode();
    const lastStep = await stepOfCode(unseal(totp.secret, accountId), code, { now, after: totp.lastStep });
    if (lastStep === null) throw problems.badCode();
    return { ...stored, totp: { ...totp, lastStep } };
  };

async function useRecoveryCode(stored: StoredFactors, code: string): Promise<StoredFactors> {
  const recovery = stored.recovery && (await withoutCode(stored.recovery, code));
  if (!recovery) throw problems.badRecoveryCode();
  return { ...stored, recovery };
}
