import { signInLifeSeconds, type TotpStart } from '#domain/factors/factor.ts';
import { problems } from '#domain/kernel/problem.ts';
import { forgetSlowedTries, takeSlowedTry } from '#functions/accounts/password-tries.ts';
import type { Work } from '#functions/work.ts';
import { announce } from './announce.ts';
import { factors } from './kept-factors.ts';
import { factorTries } from './factor-tries.ts';
import { codesForFirst, settle, shownCodes, withoutOrphans } from './first-factor.ts';
import { seal, unseal } from './seal.ts';
import { newTotpSecret, stepOfCode, totpStartOf } from './totp.ts';

/** Nothing is asked for yet: an app that was not set up right would shut its owner out. */
export async function beginTotp({ caller, members, now }: Work): Promise<TotpStart> {
  const { accountId, sessionId, memberId } = caller;
  const secret = newTotpSecret();
  const expiresAt = new Date(now().getTime() + signInLifeSeconds * 1000).toISOString();
  await factors.change(accountId, async (stored) => {
    if (stored.totp) throw problems.conflict('An authenticator app is set up already. Please remove it first.');
    return { ...stored, begun: { secret: seal(secret, accountId), sessionId, expiresAt } };
  });
  return totpStartOf(secret, (await members.get(memberId)).email);
}

/** The first code turns it on, and is used up with that. */
export async function confirmTotp(work: Work, code: string): Promise<{ recoveryCodes: string[] | null }> {
  const { accountId, sessionId } = work.caller;
  await takeSlowedTry(work, factorTries, accountId);
  const first = await codesForFirst(accountId);
  const after = await factors.change(accountId, async (stored) => {
    const { begun } = stored;
    const now = work.now();
    const isOpen = begun?.sessionId === sessionId && now.getTime() < Date.parse(begun.expiresAt);
    if (!begun || !isOpen) throw problems.conflict('This took too long. Please start again.');
    const lastStep = await stepOfCode(unseal(begun.secret, accountId), code, { now, after: -1 });
    if (lastStep === null) throw problems.badCode();
    const totp = { secret: begun.secret, since: now.toISOString(), lastStep };
    return { ...stored, totp, begun: null, recovery: stored.recovery ?? first?.kept ?? null };
  });
  await forgetSlowedTries(factorTries, accountId);
  await settle(accountId);
  await announce(work, { action: 'factor-added', event: 'totp-on', factor: 'authenticator app' });
  return { recoveryCodes: shownCodes(first, after) };
}

export async function removeTotp(work: Work): Promise<void> {
  const { accountId } = work.caller;
  await factors.change(accountId, async (stored) => {
    if (!stored.totp) throw problems.notFound('The authenticator app');
    return withoutOrphans({ ...stored, totp: null });
  });
  await settle(accountId);
  await announce(work, { action: 'factor-removed', event: 'totp-off', factor: 'authenticator app' });
}
