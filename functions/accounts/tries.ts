import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import { pepperedHashOf } from './secrets.ts';

const most = 10;
const windowSeconds = 600;

const Tries = z.object({ count: z.int(), until: z.iso.datetime() });
const keyOf = (email: string): string => `l|${pepperedHashOf('password-tries', email)}`;

/**
 * Counts a password try before the password is looked at, so that many at once cannot slip by. It is the same for an
 * address without an account, and it never touches a session that is open.
 */
export async function takePasswordTry({ now }: Visit, email: string): Promise<void> {
  for (;;) {
    const found = await points.read(keyOf(email), Tries);
    const waitMs = found ? Date.parse(found.value.until) - now().getTime() : 0;
    const isOpen = found !== null && waitMs > 0;
    if (isOpen && found.value.count >= most) throw problems.tooManyTries(Math.ceil(waitMs / 1000));

    const until = new Date(now().getTime() + windowSeconds * 1000).toISOString();
    const next = isOpen ? { ...found.value, count: found.value.count + 1 } : { count: 1, until };
    const isCounted = found
      ? await points.replace(keyOf(email), next, found.etag, windowSeconds)
      : await points.create(keyOf(email), next, windowSeconds);
    if (isCounted) return;
  }
}

/** The right password shows that the wrong ones were slips. */
export const forgetPasswordTries = async (email: string): Promise<void> => void (await points.remove(keyOf(email)));
