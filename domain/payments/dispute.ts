import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';

/** The bank of a customer asks for the money back. Lost: it has it. */
export const Dispute = z
  .object({
    /** Stripe's. */
    id: z.string(),
    status: z.enum(['open', 'won', 'lost']),
    /** Minor units of the payment's currency. */
    amount: z.int(),
    /** In words. */
    reason: z.string(),
    openedAt: Moment,
    answerBy: Moment.nullable(),
    closedAt: Moment.nullable(),
  })
  .meta({ id: 'Dispute' });
export type Dispute = z.infer<typeof Dispute>;
