import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { ConnectDraft, StripeConnection } from './stripe-account.ts';

export const stripeAccountRoutes = {
  read: route({
    method: 'GET',
    path: 'workspace/stripe',
    summary: "How money reaches the business, as Stripe's account stands",
    access: 'workspace.settings',
    result: StripeConnection,
  }),
  connect: route({
    method: 'POST',
    path: 'workspace/stripe/connect',
    summary: "Open Stripe's onboarding: the first time, or to go on with it",
    access: 'workspace.settings',
    stepUp: true,
    body: ConnectDraft,
    result: z.object({ url: z.string() }),
  }),
  refresh: route({
    method: 'POST',
    path: 'workspace/stripe/refresh',
    summary: "Read the account's state from Stripe anew: what the page does when one comes back",
    access: 'workspace.settings',
    result: StripeConnection,
  }),
  disconnect: route({
    method: 'POST',
    path: 'workspace/stripe/disconnect',
    summary: 'Take no more payments on the connected account; what was paid on it can still be given back',
    access: 'workspace.settings',
    stepUp: true,
    result: StripeConnection,
  }),
};
