import type { Role } from '#domain/kernel/access.ts';
import { config } from '#functions/platform/config.ts';
import { bodyOf, type Mail } from '#functions/platform/mail.ts';

type Words = { businessName: string; invitedBy: string; role: Role; token: string };

export const invitationMail = (to: string, { businessName, invitedBy, role, token }: Words): Mail => ({
  to,
  subject: `${invitedBy} invites you to ${businessName}`,
  ...bodyOf([
    `${invitedBy} invites you to work at ${businessName} as ${role}.`,
    'Please open this link to accept. It is valid for 7 days and works once:',
    `${config.publicOrigin}/invite/${token}`,
  ]),
});
