import * as z from 'zod';

// Control characters and direction overrides can make a name look like another one.
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const allUnsafe = new RegExp(unsafe, 'g');
/** Half of a surrogate pair is no letter: each store and each font makes something else of it. */
const clean = (text: string) => text.isWellFormed() && !unsafe.test(text);

/** What can be seen of a text: nobody finds the rest in a field to take it out. */
export const withoutUnsafe = (text: string): string => text.toWellFormed().replace(allUnsafe, '');

/** One line that a person typed. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min, min === 1 ? 'Please fill this in' : undefined)
    .max(max)
    .refine((text) => clean(text) && !/[\r\n\t\u2028\u2029]/.test(text), 'Contains characters that are not allowed');

/** Several lines that a person typed. */
export const paragraph = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min, min === 1 ? 'Please fill this in' : undefined)
    .max(max)
    .refine(clean, 'Contains characters that are not allowed');

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Please enter a valid e-mail address'))
  .meta({ id: 'Email' });
