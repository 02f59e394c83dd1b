import * as z from 'zod';
import { Email } from '#domain/kernel/text.ts';

export const EmailWish = z.strictObject({ email: Email });

/**
 * From the link in the mail to the new address. `email` is the address the person was shown: a link that somebody else
 * wished for and passed on cannot show another one than it changes to.
 */
export const EmailProof = z.strictObject({ token: z.string().min(16).max(200), email: Email });
export type EmailProof = z.infer<typeof EmailProof>;
