import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import { Moment } from '#domain/kernel/time.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const id = 'stripe-account';

/** What Stripe said last about an account. */
export const AccountFacts = z.object({
  chargesEnabled: z.boolean(),
  payoutsEnabled: z.boolean(),
  wanted: z.array(z.string()),
  disabledReason: z.string().nullable(),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

const StripeAccount = AccountFacts.extend({
  id: z.literal(id),
  /** Accounts that were asked for so far: Stripe is asked under a key made from it, so a repeat makes no second one. */
  attempt: z.int().positive(),
  country: z.string(),
  /** The account that takes payments; null while Stripe has not answered, and after a disconnect. */
  account: z.string().nullable(),
  connectedAt: Moment.nullable(),
  /** Took payments before: they are still given back, disputed and reconciled there. */
  former: z.array(z.object({ account: z.string(), country: z.string() })),
  version: Version,
});
export type StripeAccount = z.infer<typeof StripeAccount>;
export type NewStripeAccount = Omit<StripeAccount, 'id' | 'version'>;

/** A business's account at Stripe: one document, because one account at a time takes payments. */
export const stripeAccountStore = (workspaceId: string) => {
  const stored = documents('The Stripe account', workspaces, StripeAccount, workspaceId, { workspaceId, kind: id });
  return {
    find: (): Promise<StripeAccount | null> => stored.find(id),
    replace: (account: StripeAccount): Promise<StripeAccount> => stored.replace(account),
    async add(account: NewStripeAccount): Promise<StripeAccount> {
      try {
        return await stored.add({ ...account, id });
      } catch (error) {
        if (isStatus(error, 409)) throw problems.changedMeanwhile('The Stripe account');
        throw error;
      }
    },
  };
};
