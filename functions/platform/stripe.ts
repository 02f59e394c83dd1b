import Stripe from 'stripe';
import { config } from './config.ts';

const api = config.stripe.api ? new URL(config.stripe.api) : null;

export const stripe = new Stripe(config.stripe.key, {
  telemetry: false,
  maxNetworkRetries: 2,
  ...(api && { host: api.hostname, port: Number(api.port), protocol: api.protocol === 'http:' ? 'http' : 'https' }),
});

/** Where a call goes: to the account a business owns, or with null to the deployment's own. */
export const stripeOn = (account: string | null): Stripe.RequestOptions =>
  account === null ? {} : { stripeAccount: account };

export const stripeAnswers = async (): Promise<void> => void (await stripe.checkout.sessions.list({ limit: 1 }));
