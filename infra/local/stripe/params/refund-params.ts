import * as z from 'zod';
import { expand, integer, metadata, text } from './fields.ts';

export const RefundParams = z.strictObject({
  charge: text(100).optional(),
  payment_intent: text(100).optional(),
  amount: integer(1).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata,
  expand,
});
export type RefundParams = z.infer<typeof RefundParams>;
