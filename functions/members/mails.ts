import type { Role } from '#domain/kernel/access.ts';
import { config } from '#functions/platform/config.ts';
import { letterOf } from '#functions/platform/letter.ts';
import type { Mail } from '#functions/platform/mail.ts';

type Words = { businessName: string; invitedBy: string; role: Role; token: string; hasPassword: boolean };

export const invitationMail = (to: string, { businessName, invitedBy, role, token, hasPassword }: Words): Mail =>
  letterOf({
    to,
    subject: `${invitedBy} invites you to ${businessName}`,
    sender: businessName,
    paragraphs: [
      `${invitedBy} invites you to ${businessName} as ${role}.`,
      ...(hasPassword
        ? [`You are asked for the password that ${invitedBy} has given you, once, and choose your own then.`]
        : []),
      'The link is valid for 7 days and works once.',
    ],
    button: { label: 'Accept the invitation', address: `${config.publicOrigin}/invite/${token}` },
    why: `You get this mail because ${invitedBy} gave this address. If you do not know them, you can ignore it.`,
  });

const why = (businessName: string): string => `You get this mail because you signed up at ${businessName}.`;

export const verifiedMail = (to: string, { businessName, slug }: { businessName: string; slug: string }): Mail =>
  letterOf({
    to,
    subject: `You are in at ${businessName}`,
    sender: businessName,
    paragraphs: [`${businessName} has verified your sign-up. You can sign in now.`],
    button: { label: 'Sign in', address: `${config.publicOrigin}/w/${slug}/login` },
    why: why(businessName),
  });

export const rejectionMail = (to: string, { businessName, reason }: { businessName: string; reason: string }): Mail =>
  letterOf({
    to,
    subject: `Your sign-up at ${businessName} was not accepted`,
    sender: businessName,
    paragraphs: [`${businessName} did not accept your sign-up. They give this reason:`, reason],
    button: { label: 'Open StarOne CRM', address: `${config.publicOrigin}/waiting` },
    why: why(businessName),
  });

export const newEmailMail = (to: string, { businessName, token }: { businessName: string; token: string }): Mail =>
  letterOf({
    to,
    subject: 'Please confirm your new e-mail address',
    sender: businessName,
    paragraphs: [
      `This address is to become the one you sign in with at ${businessName}.`,
      'Please sign in with your present address and open this link within 24 hours. Until then nothing changes.',
    ],
    button: {
      label: 'Confirm this address',
      address: `${config.publicOrigin}/confirm-email/${token}#to=${encodeURIComponent(to)}`,
    },
    why: `You get this mail because this address was given at ${businessName}. If it was not you, you can ignore it.`,
  });

/** To the owner of an address that somebody wants for another account: who asked is not told. */
export const takenEmailMail = (to: string, { businessName }: { businessName: string }): Mail =>
  letterOf({
    to,
    subject: 'You already have an account',
    sender: businessName,
    paragraphs: [
      `Somebody, probably you, wanted to use this address for another account at ${businessName}.`,
      'It belongs to your account already, so nothing was changed.',
    ],
    why: `You get this mail because this address was given at ${businessName}. If it was not you, you can ignore it.`,
  });
