import { sendAside } from '#functions/platform/mail.ts';
import type { Visit } from '#functions/work.ts';
import { securityMail, type SecurityEvent } from './security-mail.ts';

type Telling = {
  to: string;
  event: SecurityEvent;
  /** What tells one such event from another: "Google", "Chrome on Windows", the new address. */
  detail?: string;
};

/** Tells the owner of an account what was done with it. What was done stays done when the mail cannot be sent. */
export const tellOwner = (
  { sendMail, now }: Pick<Visit, 'sendMail' | 'now'>,
  { to, event, detail }: Telling,
): Promise<void> => sendAside(sendMail, securityMail(to, { event, detail, at: now() }));
