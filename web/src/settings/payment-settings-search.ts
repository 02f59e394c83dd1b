import * as z from 'zod';

/** Stripe sends people here when they leave its pages, and when the link they had opens no more. */
export const PaymentSettingsSearch = z.object({ stripe: z.enum(['back', 'again']).optional().catch(undefined) });
export type PaymentSettingsSearch = z.infer<typeof PaymentSettingsSearch>;
