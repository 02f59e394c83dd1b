import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const byAdmin: Make = async ({ people }) => ({ person: people.admin, sent: {} });

/** The accepted requests of the routes about the business's account at Stripe. */
export const stripeAccountRequests: Record<string, Make> = {
  'stripe-accounts-connect': async ({ people }) => ({ person: people.admin, sent: { body: { country: 'NO' } } }),
  'stripe-accounts-refresh': byAdmin,
  'stripe-accounts-disconnect': byAdmin,
};
