import * as z from 'zod';
import { isCurrency } from '../money.ts';

/** Text that breaks a rule of Stripe's: its words and its error code. */
const refuse = (context: z.RefinementCtx, message: string, code?: string) => {
  context.addIssue({ code: 'custom', message, params: { code } });
  return z.NEVER;
};

export const text = (max: number) =>
  z.string().transform((value, context) => {
    if (value === '') return refuse(context, 'You passed an empty string for {param}.', 'parameter_invalid_empty');
    if (value.length > max) return refuse(context, `Invalid string for {param}: at most ${max} characters.`);
    return value;
  });

export const integer = (min: number) =>
  text(20).transform((value, context) => {
    if (!/^-?\d+$/.test(value)) return refuse(context, `Invalid integer: ${value}`, 'parameter_invalid_integer');
    const number = Number(value);
    if (number < min) {
      return refuse(
        context,
        `Invalid integer: {param} must be greater than or equal to ${min}.`,
        'parameter_invalid_integer',
      );
    }
    return number;
  });

export const webAddress = text(5000).transform((value, context) => {
  const isWeb = URL.canParse(value) && /^https?:/i.test(value);
  return isWeb ? value : refuse(context, 'Not a valid URL', 'url_invalid');
});

export const email = text(512).transform((value, context) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? value
    : refuse(context, `Invalid email address: ${value}`, 'email_invalid'),
);

export const currency = text(10).transform((value, context) => {
  const code = value.toLowerCase();
  return isCurrency(code) ? code : refuse(context, `Invalid currency: ${value}`);
});

/** An empty value means "unset", so it is left out. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .default({})
  .transform((entries, context) => {
    const kept = Object.entries(entries).filter(([, value]) => value !== '');
    if (kept.length > 50) return refuse(context, 'Metadata can hold at most 50 keys.');
    return Object.fromEntries(kept);
  });

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Lists arrive as `{ 0: ..., 1: ... }`. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value),
    z.array(item).min(1),
  );

export const expand = listOf(text(200)).optional();
