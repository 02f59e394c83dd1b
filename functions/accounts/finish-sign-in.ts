import type { JoinedBy, Me, SignedIn } from '#domain/members/member.ts';
import type { Visit } from '#functions/work.ts';
import { startSession } from './session.ts';

/** The end of every way in, and the only place that opens a session for it. */
export async function finishSignIn(visit: Visit, { accountId, me }: Proved): Promise<SignedIn> {
  await startSession(visit, accountId, { workspaceId: me.workspace.id, memberId: me.member.id });
  return { step: 'in', me };
}

/** `by`: what was proved, and so what cannot be the second factor as well. */
type Proved = { accountId: string; me: Me; by: JoinedBy | 'passkey' };
