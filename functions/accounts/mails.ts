import { bodyOf, type Mail } from '#functions/platform/mail.ts';

export const codeMail = (to: string, { businessName, code }: { businessName: string; code: string }): Mail => ({
  to,
  subject: `${code} is your code for ${businessName}`,
  ...bodyOf([
    `Your code to sign up at ${businessName} is:`,
    code,
    'It is valid for 10 minutes.',
    'If you did not ask for it, you can ignore this mail: no account is made without the code.',
  ]),
});

/** To the owner of an address that somebody signed up with again: the visitor is not told. */
export const takenAddressMail = (
  to: string,
  { businessName, loginAddress }: { businessName: string; loginAddress: string },
): Mail => ({
  to,
  subject: `You already have an account`,
  ...bodyOf([
    `Somebody, probably you, tried to sign up at ${businessName} with this e-mail address.`,
    'You already have an account. Please sign in with it here:',
    loginAddress,
    'If it was not you, you can ignore this mail: nothing was changed.',
  ]),
});
