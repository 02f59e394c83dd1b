import * as z from 'zod';
import { invalidRequest, notCovered } from './api-error.ts';
import type { Form } from './form.ts';
import { isCurrency } from './money.ts';

/** Text that breaks a rule of Stripe's: its words and its error code. */
const refuse = (context: z.RefinementCtx, message: string, code?: string) => {
  context.addIssue({ code: 'custom', message, params: { code } });
  return z.NEVER;
};

const text = (max: number) =>
  z.string().transform((value, context) => {
    if (value === '') return refuse(context, 'You passed an empty string for {param}.', 'parameter_invalid_empty');
    if (value.length > max) return refuse(context, `Invalid string for {param}: at most ${max} characters.`);
    return value;
  });

const integer = (min: number) =>
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

const webAddress = text(5000).transform((value, context) => {
  const isWeb = URL.canParse(value) && /^https?:/i.test(value);
  return isWeb ? value : refuse(context, 'Not a valid URL', 'url_invalid');
});

const email = text(512).transform((value, context) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? value
    : refuse(context, `Invalid email address: ${value}`, 'email_invalid'),
);

const currency = text(10).transform((value, context) => {
  const code = value.toLowerCase();
  return isCurrency(code) ? code : refuse(context, `Invalid currency: ${value}`);
});

/** An empty value means "unset", so it is left out. */
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .default({})
  .transform((entries, context) => {
    const kept = Object.entries(entries).filter(([, value]) => value !== '');
    if (kept.length > 50) return refuse(context, 'Metadata can hold at most 50 keys.');
    return Object.fromEntries(kept);
  });

/** Lists arrive as `{ 0: ..., 1: ... }`. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value),
    z.array(item).min(1),
  );

const expand = listOf(text(200)).optional();

export const SessionParams = z.strictObject({
  mode: z.literal('payment'),
  ui_mode: z.literal('hosted_page').optional(),
  line_items: listOf(
    z.strictObject({
      quantity: integer(1),
      metadata,
      price_data: z.strictObject({
        currency,
        unit_amount: integer(1),
        product_data: z.strictObject({ name: text(5000), description: text(40_000).optional(), metadata }),
      }),
    }),
  ),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  customer_email: email.optional(),
  client_reference_id: text(200).optional(),
  expires_at: integer(0).optional(),
  locale: z.enum(['auto', 'en', 'en-GB', 'fr', 'de', 'es', 'it', 'hi-IN']).optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
  payment_method_types: listOf(z.enum(['card', 'upi'])).optional(),
  metadata,
  payment_intent_data: z
    .strictObject({ metadata, description: text(1000).optional(), receipt_email: email.optional() })
    .optional(),
  expand,
});
export type SessionParams = z.infer<typeof SessionParams>;

/** Stripe knows these; the product does not use them. */
const uncovered = new Set(
  `adaptive_pricing after_expiration allow_promotion_codes automatic_tax billing_address_collection branding_settings
   consent_collection currency custom_fields custom_text customer customer_account customer_creation customer_update
   discounts invoice_creation managed_payments name_collection optional_items payment_method_collection
   payment_method_configuration payment_method_options permissions phone_number_collection return_url
   saved_payment_method_options setup_intent_data shipping_address_collection shipping_options subscription_data
   tax_id_collection wallet_options`.split(/\s+/),
);

export function readSessionParams(form: Form): SessionParams {
  const found = Object.keys(form).find((name) => uncovered.has(name));
  if (found) throw notCovered(`the parameter ${found} of a checkout session`);
  if (form['mode'] === 'subscription' || form['mode'] === 'setup') throw notCovered(`mode ${form['mode']}`);
  return read(SessionParams, form);
}

export const RefundParams = z.strictObject({
  charge: text(100).optional(),
  payment_intent: text(100).optional(),
  amount: integer(1).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata,
  expand,
});

export const OnlyExpand = z.strictObject({ expand });

export const ListParams = z.strictObject({
  limit: integer(1)
    .refine((value) => value <= 100, { error: 'This value must be less than or equal to 100 (it currently is more).' })
    .default(10),
  starting_after: text(100).optional(),
  ending_before: text(100).optional(),
  created: z
    .union([
      integer(0),
      z.strictObject({
        gt: integer(0).optional(),
        gte: integer(0).optional(),
        lt: integer(0).optional(),
        lte: integer(0).optional(),
      }),
    ])
    .optional(),
  expand,
});
export type ListParams = z.infer<typeof ListParams>;

/** Filters of the lists, beside paging. */
export const listFilters = {
  sessions: ListParams.extend({
    payment_intent: text(100).optional(),
    status: z.enum(['open', 'complete', 'expired']).optional(),
  }),
  intents: ListParams,
  charges: ListParams.extend({ payment_intent: text(100).optional() }),
  refunds: ListParams.extend({ charge: text(100).optional(), payment_intent: text(100).optional() }),
  disputes: ListParams.extend({ charge: text(100).optional(), payment_intent: text(100).optional() }),
  events: ListParams.extend({ type: text(100).optional(), types: listOf(text(100)).optional() }),
  items: ListParams.omit({ created: true }),
};

/** The parsed parameters, or Stripe's 400 naming one that is unknown, else the first that is wrong. */
export function read<T extends z.ZodType>(schema: T, form: Form): z.infer<T> {
  const parsed = schema.safeParse(form, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  throw issue ? errorOf(issue) : invalidRequest('The parameters are invalid.');
}

function errorOf(issue: z.core.$ZodIssue) {
  const param = nameOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => nameOf([...issue.path, key]));
    const plural = names.length > 1 ? 's' : '';
    return invalidRequest(`Received unknown parameter${plural}: ${names.join(', ')}`, {
      code: 'parameter_unknown',
      param: names[0] ?? '',
    });
  }
  if (issue.code !== 'custom' && issue.input === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  const message = issue.message.replace('{param}', `'${param}'`);
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return invalidRequest(message, { param, ...(typeof code === 'string' ? { code } : {}) });
}

const nameOf = ([head = '', ...rest]: PropertyKey[]): string =>
  String(head) + rest.map((part) => `[${String(part)}]`).join('');
