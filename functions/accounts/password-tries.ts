import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import { pepperedHashOf } from './secrets.ts';

const freeTries = 5;

/** Tries of one kind, which wait longer the more of them there were. */
export type Slowing = { purpose: string; longestWaitSeconds: number; forgottenAfterSeconds: number };

const passwords: Slowing = { purpose: 'password-tries', longestWaitSeconds: 60, forgottenAfterSeconds: 900 };

/** How long the next try has to wait after so many wrong ones in a row, in seconds. */
export const waitAfter = (tries: number, { longestWaitSeconds }: Slowing = passwords): number =>
  tries <= freeTries ? 0 : Math.min(2 ** (tries - freeTries - 1), longestWaitSeconds);

const Tries = z.object({ count: z.int(), opensAt: z.iso.datetime(), forgottenAt: z.iso.datetime() });
const keyOf = ({ purpose }: Slowing, subject: string): string => `l|${pepperedHashOf(purpose, subject)}`;
const momentAfter = (from: number, seconds: number): string => new Date(from + seconds * 1000).toISOString();

/**
 * Counts a try as wrong before the password is looked at, so that many at once cannot slip by. There is no lock: the
 * wait grows to a bound and no further, and what is right after it is taken. Answers the number of tries in a row.
 */
export async function takeSlowedTry({ now }: Pick<Visit, 'now'>, slowing: Slowing, subject: string): Promise<number> {
  const { forgottenAfterSeconds } = slowing;
  const key = keyOf(slowing, subject);
  for (;;) {
    const at = now().getTime();
    const found = await points.read(key, Tries);
    const earlier = found && at < Date.parse(found.value.forgottenAt) ? found.value : null;
    // Of two servers one clock is a little behind: nobody waits for that.
    const isSlowed = earlier !== null && waitAfter(earlier.count, slowing) > 0;
    const waitMs = isSlowed ? Date.parse(earlier.opensAt) - at : 0;
    if (waitMs > 0) throw problems.tooManyTries(Math.ceil(waitMs / 1000));

    const count = (earlier?.count ?? 0) + 1;
    const next = {
      count,
      opensAt: momentAfter(at, waitAfter(count, slowing)),
      forgottenAt: momentAfter(at, forgottenAfterSeconds),
    };
    const isCounted = found
      ? await points.replace(key, next, found.etag, forgottenAfterSeconds)
      : await points.create(key, next, forgottenAfterSeconds);
    if (isCounted) return count;
  }
}

/** Success shows that the earlier tries were slips. */
export const forgetSlowedTries = async (slowing: Slowing, subject: string): Promise<void> =>
  void (await points.remove(keyOf(slowing, subject)));

export const takePasswordTry = (visit: Pick<Visit, 'now'>, subject: string): Promise<number> =>
  takeSlowedTry(visit, passwords, subject);

export const forgetPasswordTries = (subject: string): Promise<void> => forgetSlowedTries(passwords, subject);
