import * as z from 'zod';
import { notCovered } from '../api-error.ts';
import type { Form } from '../form.ts';
import { currency, email, expand, integer, listOf, metadata, text, webAddress } from './fields.ts';
import { read } from './read.ts';

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
