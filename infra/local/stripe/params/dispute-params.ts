import * as z from 'zod';
import { expand, flag, metadata, text } from './fields.ts';

/** Of the evidence only words: files are not covered. */
export const DisputeAnswer = z.strictObject({
  evidence: z
    .strictObject({
      uncategorized_text: text(20_000).optional(),
      product_description: text(20_000).optional(),
      customer_name: text(1000).optional(),
      customer_email_address: text(1000).optional(),
      service_date: text(1000).optional(),
    })
    .optional(),
  metadata,
  submit: flag.optional(),
  expand,
});
export type DisputeAnswer = z.infer<typeof DisputeAnswer>;
