import * as z from 'zod';
import { Email, line } from '#domain/kernel/text.ts';
import { Currency } from '#domain/kernel/money.ts';
import { TimeZone } from '#domain/kernel/time.ts';

export const PersonName = line(120);
export const Age = z
  .int('Age must be a whole number')
  .min(13, 'Age must be 13 or more')
  .max(120, 'Age must be 120 or less');

/** No composition rules: length and the list of common passwords (`weaknessOf`) are what help. */
export const Password = z.string().min(8, 'At least 8 characters').max(128, 'At most 128 characters');

/** The code of the e-mail. Any six characters are looked at, so that a wrong one reads "Invalid or expired OTP". */
export const Code = z.string().trim().min(1, 'Please enter the code').max(20);

/** Names what a code was asked for; who has the code and not the ticket can do nothing with it. */
export const Ticket = z.string().min(16).max(100);

/** What a visitor may sign up as; admin and manager come by invitation. */
export const JoiningRole = z.enum(['customer', 'employee']).meta({ id: 'JoiningRole' });
export type JoiningRole = z.infer<typeof JoiningRole>;

/** `acme-jewellers` in `/w/acme-jewellers/signup`. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/, '3 to 40 letters, digits and hyphens')
  .meta({ id: 'Slug' });

/** The form of a customer or employee at the business's own address. */
export const SignUp = z.strictObject({
  slug: Slug,
  name: PersonName,
  email: Email,
  age: Age,
  role: JoiningRole,
  password: Password,
});
export type SignUp = z.infer<typeof SignUp>;

/** The form of somebody who opens a business: the first person is its admin. */
export const OpenBusiness = z.strictObject({
  businessName: line(80),
  slug: Slug,
  currency: Currency,
  timeZone: TimeZone,
  name: PersonName,
  email: Email,
  age: Age,
  password: Password,
});
export type OpenBusiness = z.infer<typeof OpenBusiness>;

/** To be in by a code of the e-mail, without a password; at a business with its slug. */
export const CodeWish = z.strictObject({ email: Email, slug: Slug.optional() });
export type CodeWish = z.infer<typeof CodeWish>;

/** A new password, with the code of the e-mail in place of the old one. */
export const Reset = z.strictObject({ ticket: Ticket, code: Code, password: Password });
export type Reset = z.infer<typeof Reset>;

/** `current` is asked for when the account has a password. */
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(128).optional(), password: Password });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** The answer is the same whether or not the e-mail address has an account. */
export const CodeSent = z.object({ ticket: z.string(), resendAfterSeconds: z.int() }).meta({ id: 'CodeSent' });
export type CodeSent = z.infer<typeof CodeSent>;

export const codeLifeSeconds = 600;
export const codeTries = 5;
export const resendAfterSeconds = 100;

/** "Oslo Gold & Silver" becomes "oslo-gold-silver". */
export const slugOf = (businessName: string): string =>
  businessName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
