import { problems } from '#domain/kernel/problem.ts';
import type { Me, SignedIn } from '#domain/members/member.ts';
import type { WayIn } from '#domain/sessions/session.ts';
import { demandsSecondFactor } from '#domain/workspaces/sign-in-rules.ts';
import { factors, hasFactor, waysOf } from '#functions/factors/kept-factors.ts';
import { keepSignIn } from '#functions/factors/pending-sign-in.ts';
import type { Visit } from '#functions/work.ts';
import { rememberSecondFactor } from './engine.ts';
import { startSession } from './session.ts';
import { tellNewDevice } from './tell-new-device.ts';

/** `by`: what was proved. */
export type Proved = { accountId: string; me: Me; by: WayIn };

/** The end of every way in. A passkey is what somebody has and knows or is, so it counts as both factors. */
export async function finishSignIn(visit: Visit, { accountId, me, by }: Proved): Promise<SignedIn> {
  if (me.member.deletedAt !== null)
    throw problems.conflict('You were removed from this business. Please ask its admin.');
  const stored = await factors.read(accountId);
  if (by === 'passkey' || !hasFactor(stored)) return { step: 'in', me: await enter(visit, { accountId, me, by }) };
  await keepSignIn(visit, { accountId, workspaceId: me.workspace.id, memberId: me.member.id, by });
  return { step: 'second-factor', ways: waysOf(stored) };
}

/** Opens the session once everything is proved: nothing else does, after a way in. */
export async function enter(visit: Visit, { accountId, me, by }: Proved): Promise<Me> {
  const { member, workspace } = me;
  await tellNewDevice(visit, accountId);
  await startSession(visit, accountId, { workspaceId: workspace.id, memberId: member.id }, by);
  const { signInRules, audit } = visit.in(workspace.id);
  await audit.add({
    action: 'signed-in',
    by: { memberId: member.id, name: member.name },
    detail: { way: by },
    address: visit.address,
  });
  const { secondFactorFor } = await signInRules.get();
  const isDemanded = demandsSecondFactor(secondFactorFor, member.role) && !hasFactor(await factors.read(accountId));
  // The session check believes the account's row: should an act that removed the last factor have been cut off.
  if (isDemanded) await rememberSecondFactor(accountId, false);
  return { ...me, ...(isDemanded && { mustEnrol: true }) };
}
