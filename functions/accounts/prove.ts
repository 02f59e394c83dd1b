import { problems } from '#domain/kernel/problem.ts';
import type { Me } from '#domain/members/member.ts';
import { joinWorkspace } from '#functions/members/join-workspace.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import { ownerOfAddress } from '#functions/workspaces/addresses.ts';
import { openWorkspace } from '#functions/workspaces/open-workspace.ts';
import type { Visit } from '#functions/work.ts';
import { createAccount } from './engine.ts';
import { type Pending, pendingSignUps, type Wish } from './pending-store.ts';
import { sameSecret } from './secrets.ts';
import { codeHashOf } from './send-code.ts';
import { startSession } from './session.ts';

type Proof = { signUpId: string; code: string };

/** As long as a request may take; the store gives up a half-made account after the same time. */
const claimMs = 30_000;

/**
 * The right code makes what was asked for: the account, its place in a business, and a session. All ids come from the
 * sign-up, so that a try that was cut off half-way is finished by the next one.
 */
export async function prove(visit: Visit, proof: Proof): Promise<Me> {
  const { signUpId } = proof;
  const ids = { accountId: derivedId('account', signUpId), workspaceId: derivedId('workspace', signUpId) };
  const { wish, passwordHash } = await claim(visit, proof, ids.workspaceId);
  if (!(await createAccount({ id: ids.accountId, email: wish.email, passwordHash }))) {
    throw problems.conflict('You already have an account. Please sign in with it.');
  }
  const me = await grant(visit, wish, ids);
  await startSession(visit, ids.accountId, { workspaceId: me.workspace.id, memberId: me.member.id });
  await pendingSignUps.remove(signUpId);
  return me;
}

/** Many may come with the right code at once, and one of them gets it. A wrong one costs a try, also in a race. */
async function claim(visit: Visit, { signUpId, code }: Proof, workspaceId: string): Promise<Pending> {
  for (;;) {
    const now = visit.now();
    const found = await pendingSignUps.find(signUpId, now);
    if (!found || isClaimed(found.value, now)) throw problems.badCode();

    const { value: pending, etag } = found;
    if (pending.codeHash !== null && sameSecret(pending.codeHash, codeHashOf(signUpId, code))) {
      await refuseTakenAddress(pending.wish, workspaceId);
      const claimedUntil = new Date(now.getTime() + claimMs).toISOString();
      if (await pendingSignUps.replace(signUpId, { ...pending, claimedUntil }, etag)) return pending;
      continue;
    }
    const triesLeft = pending.triesLeft - 1;
    const isCounted =
      triesLeft > 0
        ? await pendingSignUps.replace(signUpId, { ...pending, triesLeft }, etag)
        : await pendingSignUps.remove(signUpId, etag);
    if (isCounted) throw problems.badCode();
  }
}

const isClaimed = ({ claimedUntil }: Pending, now: Date): boolean =>
  claimedUntil !== null && now.getTime() < Date.parse(claimedUntil);

async function refuseTakenAddress(wish: Wish, workspaceId: string): Promise<void> {
  if (wish.kind !== 'open') return;
  const owner = await ownerOfAddress(wish.slug);
  if (owner !== null && owner !== workspaceId) throw problems.conflict('This address was taken meanwhile.');
}

type Ids = { accountId: string; workspaceId: string };

function grant(visit: Visit, wish: Wish, { accountId, workspaceId }: Ids): Promise<Me> {
  const person = { accountId, name: wish.name, email: wish.email, age: wish.age, joinedBy: 'password' } as const;
  if (wish.kind === 'join') return joinWorkspace(visit, wish.workspaceId, { ...person, role: wish.role });
  const { businessName: name, slug, currency, timeZone } = wish;
  return openWorkspace(visit, { id: workspaceId, name, slug, currency, timeZone }, person);
}
