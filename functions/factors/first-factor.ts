import { rememberSecondFactor } from '#functions/accounts/engine.ts';
import { factors, hasFactor, type StoredFactors } from './kept-factors.ts';
import { type KeptCodes, newRecoveryCodes } from './recovery-codes.ts';

export type NewCodes = { codes: string[]; kept: KeptCodes };

/** Recovery codes for an account that gets its first factor; null when it has some already. */
export async function codesForFirst(accountId: string): Promise<NewCodes | null> {
  const { recovery } = await factors.read(accountId);
  return recovery ? null : newRecoveryCodes();
}

/** The codes to show: of two first factors at once only one brought the codes that are kept. */
export const shownCodes = (first: NewCodes | null, { recovery }: StoredFactors): string[] | null =>
  first && recovery?.salt === first.kept.salt ? first.codes : null;

/** Without a factor there is nothing that recovery codes could stand in for. */
export const withoutOrphans = (stored: StoredFactors): StoredFactors =>
  hasFactor(stored) ? stored : { ...stored, recovery: null };

/** The session check reads the account's own row, and sees there whether somebody still has to enrol. */
export const settle = async (accountId: string): Promise<void> =>
  rememberSecondFactor(accountId, hasFactor(await factors.read(accountId)));
