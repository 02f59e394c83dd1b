import * as z from 'zod';
import { email, expand, metadata, text } from './fields.ts';

export const CustomerDraft = z.strictObject({
  name: text(256).optional(),
  email: email.optional(),
  phone: text(20).optional(),
  description: text(5000).optional(),
  metadata,
  expand,
});
export type CustomerDraft = z.infer<typeof CustomerDraft>;
