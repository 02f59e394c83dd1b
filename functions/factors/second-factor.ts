import { problems } from '#domain/kernel/problem.ts';
import type { SecondFactorProof } from '#domain/factors/routes.ts';
import type { PasskeyRequest } from '#domain/factors/webauthn.ts';
import type { Me, SecondFactor, SignedIn } from '#domain/members/member.ts';
import { rememberSecondFactor } from '#functions/accounts/engine.ts';
import { enter } from '#functions/accounts/finish-sign-in.ts';
import type { Visit } from '#functions/work.ts';
import { checkFactor } from './check-factor.ts';
import { passkeyRequest } from './check-passkey.ts';
import { factors, waysOf } from './kept-factors.ts';
import { endPendingSignIn, pendingSignInOf } from './pending-sign-in.ts';
import { recoveryUsed } from './recovery-used.ts';

export async function waysOfSignIn(visit: Visit): Promise<{ ways: SecondFactor[] }> {
  const { value } = await pendingSignInOf(visit);
  return { ways: waysOf(await factors.read(value.accountId)) };
}

export async function secondFactorOptions(visit: Visit): Promise<PasskeyRequest> {
  const { value } = await pendingSignInOf(visit);
  return passkeyRequest(visit, { act: 'second-factor', accountId: value.accountId });
}

/** Finishes the sign-in that this browser began. The session is a new one: the pending sign-in never was one. */
export async function secondFactor(visit: Visit, proof: SecondFactorProof): Promise<SignedIn> {
  const pending = await pendingSignInOf(visit);
  const { accountId, by } = pending.value;
  const me = await meOf(visit, pending.value);
  await checkNoted(visit, { accountId, me, proof });
  await endPendingSignIn(visit, pending);
  // Should the act that added the factor have been cut off before this.
  await rememberSecondFactor(accountId, true);
  if (proof.way === 'recovery-code') await recoveryUsed(visit, { accountId, me });
  return { step: 'in', me: await enter(visit, { accountId, me, by }) };
}

type Trying = { accountId: string; me: Me; proof: SecondFactorProof };

/** A wrong one stands in the audit log: whoever gave it came past the first factor. */
async function checkNoted(visit: Visit, { accountId, me, proof }: Trying): Promise<void> {
  try {
    await checkFactor(visit, { accountId, act: 'second-factor', proof });
  } catch (error) {
    await visit.in(me.workspace.id).audit.add({
      action: 'sign-in-failed',
      by: null,
      on: { kind: 'account', id: accountId, name: me.member.email },
      detail: { factor: proof.way },
      address: visit.address,
    });
    throw error;
  }
}

async function meOf(visit: Visit, at: { workspaceId: string; memberId: string }): Promise<Me> {
  const { members, workspace } = visit.in(at.workspaceId);
  const member = await members.get(at.memberId);
  if (member.deletedAt !== null) throw problems.signInExpired();
  return { member, workspace: await workspace.get() };
}
