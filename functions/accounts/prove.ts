import { problems } from '#domain/kernel/problem.ts';
import type { Me } from '#domain/members/member.ts';
import { joinWorkspace } from '#functions/members/join-workspace.ts';
import { isAddressTaken } from '#functions/workspaces/addresses.ts';
import { openWorkspace } from '#functions/workspaces/open-workspace.ts';
import type { Visit } from '#functions/work.ts';
import { createAccount } from './engine.ts';
import { type Pending, pendingSignUps, type Wish } from './pending-store.ts';
import { sameSecret } from './secrets.ts';
import { codeHashOf } from './send-code.ts';
import { startSession } from './session.ts';

type Proof = { signUpId: string; code: string };

/** The right code makes what was asked for: the account, its place in a business, and a session. */
export async function prove(visit: Visit, proof: Proof): Promise<Me> {
  const { wish, passwordHash } = await consume(visit, proof);
  const accountId = await createAccount({ email: wish.email, passwordHash });
  if (!accountId) throw problems.conflict('You already have an account. Please sign in with it.');

  const me = await grant(visit, wish, accountId);
  await startSession(visit, accountId, { workspaceId: me.workspace.id, memberId: me.member.id });
  return me;
}

/** Many may come with the right code at once, and one of them gets it. A wrong one costs a try, also in a race. */
async function consume(visit: Visit, { signUpId, code }: Proof): Promise<Pending> {
  for (;;) {
    const found = await pendingSignUps.find(signUpId, visit.now());
    if (!found) throw problems.badCode();

    const { value: pending, etag } = found;
    if (pending.codeHash !== null && sameSecret(pending.codeHash, codeHashOf(signUpId, code))) {
      await refuseTakenAddress(pending.wish);
      if (await pendingSignUps.remove(signUpId, etag)) return pending;
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

async function refuseTakenAddress(wish: Wish): Promise<void> {
  if (wish.kind === 'open' && (await isAddressTaken(wish.slug)))
    throw problems.conflict('This address was taken meanwhile.');
}

function grant(visit: Visit, wish: Wish, accountId: string): Promise<Me> {
  const person = { accountId, name: wish.name, email: wish.email, age: wish.age };
  if (wish.kind === 'join') return joinWorkspace(visit, wish.workspaceId, { ...person, role: wish.role });
  const { businessName: name, slug, currency, timeZone } = wish;
  return openWorkspace(visit, { name, slug, currency, timeZone }, person);
}
