import { config } from '#functions/platform/config.ts';
import { letterOf, productName } from '#functions/platform/letter.ts';
import type { Mail } from '#functions/platform/mail.ts';

/** What each event says: the subject, and the sentence of the mail. `detail` is put where a sentence has room for it. */
const said = {
  'email-changed': (detail) => [
    'Your e-mail address was changed',
    `The e-mail address of your account is now ${detail}.`,
  ],
  'login-linked': (detail) => [`${detail} was linked to your account`, `You can now sign in with ${detail}.`],
  'login-unlinked': (detail) => [
    `${detail} was unlinked from your account`,
    `You can no longer sign in with ${detail}.`,
  ],
  'new-device': (detail) => ['Your account was used on a new device', `Somebody signed in to your account: ${detail}.`],
  'passkey-added': (detail) => ['A passkey was added', `The passkey ${detail} was added to your account.`],
  'passkey-removed': (detail) => ['A passkey was removed', `The passkey ${detail} was removed from your account.`],
  'password-changed': () => ['Your password was changed', 'The password of your account was changed.'],
  'password-reset': () => [
    'Your password was reset',
    'The password of your account was reset with a code from a mail.',
  ],
  'profile-deleted': (detail) => [
    'Your profile was deleted',
    `Your profile at ${detail} was deleted. Your personal data is erased after 30 days; until then an admin there can restore it.`,
  ],
  'recovery-renewed': () => [
    'New recovery codes were made',
    'New recovery codes were made for your account: the earlier ones no longer work.',
  ],
  'recovery-used': (detail) => [
    'A recovery code was used',
    `Somebody signed in to your account with a recovery code. ${detail}`,
  ],
  'totp-off': () => [
    'The authenticator app was removed',
    'Signing in to your account no longer asks for a code of an authenticator app.',
  ],
  'totp-on': () => [
    'An authenticator app was added',
    'Signing in to your account now asks for a code of your authenticator app.',
  ],
  'wrong-codes': () => [
    'Somebody tries to sign in as you',
    'There were many wrong codes for your account, from somebody who had come past the first step of the sign-in. It is not locked.',
  ],
} as const satisfies Record<string, (detail: string) => readonly [subject: string, sentence: string]>;

export type SecurityEvent = keyof typeof said;
export const securityEvents = Object.keys(said) as SecurityEvent[];

type Words = { event: SecurityEvent; detail: string | undefined; at: Date };

export function securityMail(to: string, { event, detail = '', at }: Words): Mail {
  const [subject, sentence] = said[event](detail);
  return letterOf({
    to,
    subject,
    sender: productName,
    paragraphs: [
      sentence.trim(),
      `When: ${at.toUTCString()}.`,
      'If it was you, there is nothing to do. If it was not, please choose a new password at once.',
    ],
    button: { label: 'Choose a new password', address: `${config.publicOrigin}/reset` },
    why: 'You get this mail because it is about the safety of your account. Such mails cannot be switched off.',
  });
}
