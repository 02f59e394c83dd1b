import * as z from 'zod';
import { expand, flag, listOf, metadata, text, webAddress } from './fields.ts';

const types = listOf(text(100));

export const EndpointDraft = z.strictObject({
  url: webAddress,
  enabled_events: types,
  /** Hears of connected accounts, and of nothing else. */
  connect: flag.optional(),
  description: text(5000).optional(),
  metadata,
  expand,
});
export type EndpointDraft = z.infer<typeof EndpointDraft>;

export const EndpointChange = z.strictObject({
  url: webAddress.optional(),
  enabled_events: types.optional(),
  disabled: flag.optional(),
  description: text(5000).optional(),
  expand,
});
export type EndpointChange = z.infer<typeof EndpointChange>;
