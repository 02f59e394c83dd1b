import * as z from 'zod';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { points } from '#functions/platform/points.ts';

const lifeSeconds = 24 * 3600;

/** Which account is to have which address, once the link to it is opened. */
const EmailLink = z.object({ accountId: z.string(), email: z.string(), expiresAt: z.iso.datetime() });
type EmailLink = z.infer<typeof EmailLink>;

const keyOf = (token: string): string => `new-email|${hashOf(token)}`;

export const emailLinks = {
  /** The answer is the token: it is kept nowhere. */
  async add(now: Date, link: Omit<EmailLink, 'expiresAt'>): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(now.getTime() + lifeSeconds * 1000).toISOString();
    await points.create(keyOf(token), { ...link, expiresAt }, lifeSeconds);
    return token;
  },

  /** Null when there is none, or it has expired. */
  async find(token: string, now: Date): Promise<EmailLink | null> {
    const found = await points.read(keyOf(token), EmailLink);
    return found && now.toISOString() < found.value.expiresAt ? found.value : null;
  },

  remove: async (token: string): Promise<void> => void (await points.remove(keyOf(token))),
};
