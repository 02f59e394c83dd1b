import { problems } from '#domain/kernel/problem.ts';
import type { Point } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import { type Pending, pendings, type Wish, type WishOf } from './pending-store.ts';
import { sameSecret } from './secrets.ts';
import { codeHashOf } from './send-code.ts';

export type Proof = { ticket: string; code: string };

/**
 * The wish that the right code opens. `take` is called with it and takes it, by its ETag: of many with the right code
 * at once one gets true, and the wish. A wrong code costs a try, also in a race.
 */
export async function checkCode<K extends Wish['kind']>(
  visit: Visit,
  { ticket, code }: Proof,
  kinds: readonly K[],
  take: (found: Point<Pending>) => Promise<boolean>,
): Promise<WishOf<K>> {
  for (;;) {
    const now = visit.now();
    const found = await pendings.find(ticket, now);
    if (!found || isClaimed(found.value, now) || !isOf(kinds, found.value.wish)) throw problems.badCode();

    const { value: pending, etag } = found;
    const { wish, codeHash } = pending;
    if (codeHash !== null && sameSecret(codeHash, codeHashOf(wish.kind, ticket, code))) {
      if (await take(found)) return wish as WishOf<K>;
      continue;
    }
    const triesLeft = pending.triesLeft - 1;
    const isCounted =
      triesLeft > 0
        ? await pendings.replace(ticket, { ...pending, triesLeft }, etag)
        : await pendings.remove(ticket, etag);
    if (isCounted) throw problems.badCode();
  }
}

/** A code that was right is spent, whatever comes after it. */
export const spendCode = <K extends Wish['kind']>(
  visit: Visit,
  proof: Proof,
  kinds: readonly K[],
): Promise<WishOf<K>> => checkCode(visit, proof, kinds, ({ etag }) => pendings.remove(proof.ticket, etag));

const isClaimed = ({ claimedUntil }: Pending, now: Date): boolean =>
  claimedUntil !== null && now.getTime() < Date.parse(claimedUntil);

const isOf = (kinds: readonly Wish['kind'][], { kind }: Wish): boolean => kinds.includes(kind);
