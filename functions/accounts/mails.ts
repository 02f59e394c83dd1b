import { letterOf, productName } from '#functions/platform/letter.ts';
import { config } from '#functions/platform/config.ts';
import type { Mail } from '#functions/platform/mail.ts';
import type { Wish } from './pending-store.ts';

/** The code stands in the subject as well: a phone shows it without opening the mail. */
export const codeMail = (to: string, { businessName, code }: { businessName: string; code: string }): Mail =>
  letterOf({
    to,
    subject: `${code} is your code for ${businessName}`,
    sender: businessName,
    paragraphs: [`Your code to sign up at ${businessName}:`],
    code,
    why: 'It is valid for 10 minutes. You get this mail because this address was given to sign up. If it was not you, you can ignore it: no account is made without the code.',
  });

/** To the owner of an address that somebody signed up with again: the visitor is not told. */
export const takenAddressMail = (
  to: string,
  { businessName, loginAddress }: { businessName: string; loginAddress: string },
): Mail =>
  letterOf({
    to,
    subject: 'You already have an account',
    sender: businessName,
    paragraphs: [
      `Somebody, probably you, tried to sign up at ${businessName} with this e-mail address.`,
      'You already have an account: please sign in with it.',
    ],
    button: { label: 'Sign in', address: loginAddress },
    why: 'You get this mail because the account with this address is yours. If it was not you, you can ignore it: nothing was changed.',
  });

/** The mail that goes out when something is asked for; without a code the wish is not for this address. */
export function mailFor(wish: Wish, code: string | null): Mail {
  const { email } = wish;
  switch (wish.kind) {
    case 'join':
    case 'login':
    case 'open':
      return code === null
        ? takenAddressMail(email, { ...wish, loginAddress: loginAddressOf(wish) })
        : codeMail(email, { ...wish, code });
    case 'sign-in':
      return code === null ? noAccountMail(email) : signInMail(email, code);
    case 'reset':
      return code === null ? noAccountMail(email) : resetMail(email, code);
    case 'step-up':
      return code === null ? noAccountMail(email) : stepUpMail(email, code);
  }
}

/** Somebody who opens a business has no address of one to sign in at yet. */
const loginAddressOf = ({ kind, slug }: { kind: 'join' | 'login' | 'open'; slug: string }): string =>
  `${config.publicOrigin}${kind === 'open' ? '' : `/w/${slug}`}/login`;

const signInMail = (to: string, code: string): Mail =>
  letterOf({
    to,
    subject: `${code} is your code to sign in`,
    sender: productName,
    paragraphs: ['Your code to sign in:'],
    code,
    why: 'It is valid for 10 minutes and works once. Nobody of ours will ever ask you for it. If you did not ask for it, you can ignore this mail: without the code nobody is in.',
  });

const resetMail = (to: string, code: string): Mail =>
  letterOf({
    to,
    subject: `${code} is your code for a new password`,
    sender: productName,
    paragraphs: ['Your code to choose a new password:'],
    code,
    why: 'It is valid for 10 minutes and works once. Nobody of ours will ever ask you for it. If you did not ask for it, you can ignore this mail: your password stays as it is.',
  });

const stepUpMail = (to: string, code: string): Mail =>
  letterOf({
    to,
    subject: `${code} confirms that it is you`,
    sender: productName,
    paragraphs: ['Your code to go on with a sensitive change:'],
    code,
    why: 'It is valid for 10 minutes and works once. Nobody of ours will ever ask you for it. If you did not ask for it, somebody is signed in as you: please choose a new password, which ends their session.',
  });

/** Sent so that asking takes as long, and so that somebody who mistook their address learns it. */
const noAccountMail = (to: string): Mail =>
  letterOf({
    to,
    subject: 'There is no account with this address',
    sender: productName,
    paragraphs: [
      'Somebody, probably you, asked for a code to sign in or for a new password.',
      'There is no account with this e-mail address. Perhaps you use another one?',
    ],
    why: 'You get this mail because this address was given. If it was not you, you can ignore it.',
  });
