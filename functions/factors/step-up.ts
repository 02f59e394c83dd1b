import type { StepUpWay } from '#domain/factors/factor.ts';
import type { StepUpProof } from '#domain/factors/routes.ts';
import type { PasskeyRequest } from '#domain/factors/webauthn.ts';
import { problems } from '#domain/kernel/problem.ts';
import { isPasswordOf } from '#functions/accounts/engine.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { renewSession } from '#functions/accounts/session.ts';
import { forgetSlowedTries, takeSlowedTry } from '#functions/accounts/password-tries.ts';
import type { Work } from '#functions/work.ts';
import { checkFactor } from './check-factor.ts';
import { passkeyRequest } from './check-passkey.ts';
import { factors, hasFactor, waysOf } from './kept-factors.ts';
import { stepUpTries } from './factor-tries.ts';
import { recoveryUsed } from './recovery-used.ts';
import { spendStepUpCode } from './step-up-code.ts';

/** Who has a second factor confirms with it: a password alone would be the weaker way round it. */
export async function waysOfStepUp({ caller }: Work): Promise<StepUpWay[]> {
  const stored = await factors.read(caller.accountId);
  if (hasFactor(stored)) return waysOf(stored);
  const account = await findAccountById(caller.accountId);
  return account?.passwordHash ? ['password', 'code'] : ['code'];
}

export const stepUpOptions = (work: Work): Promise<PasskeyRequest> =>
  passkeyRequest(work, { act: 'step-up', accountId: work.caller.accountId });

/** The session goes on under a new id, and what asks for a fresh proof is open for a while. */
export async function stepUp(work: Work, proof: StepUpProof): Promise<void> {
  const { caller, audit, address } = work;
  if (!(await waysOfStepUp(work)).includes(proof.way)) {
    throw problems.conflict('Please confirm in one of the ways that are offered.');
  }
  await check(work, proof);
  await renewSession(work);
  await audit.add({
    action: 'stepped-up',
    by: { memberId: caller.memberId, name: caller.name },
    detail: { way: proof.way },
    address,
  });
}

async function check(work: Work, proof: StepUpProof): Promise<void> {
  const { accountId, memberId } = work.caller;
  if (proof.way === 'password') return checkOwnPassword(work, proof.current);
  if (proof.way === 'code') return spendStepUpCode(work, proof);
  await checkFactor(work, {
    accountId,
    act: 'step-up',
    proof: proof.way === 'passkey' ? proof : { ...proof, way: proof.way },
  });
  if (proof.way !== 'recovery-code') return;
  const me = { member: await work.members.get(memberId), workspace: await work.workspace.get() };
  await recoveryUsed(work, { accountId, me });
}

async function checkOwnPassword(work: Work, password: string): Promise<void> {
  const { accountId } = work.caller;
  await takeSlowedTry(work, stepUpTries, accountId);
  if (!(await isPasswordOf(await findAccountById(accountId), password))) throw problems.wrongPassword();
  await forgetSlowedTries(stepUpTries, accountId);
}
