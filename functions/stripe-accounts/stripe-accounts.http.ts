import { stripeAccountRoutes } from '#domain/stripe-accounts/routes.ts';
import { serve } from '#functions/serve.ts';
import { connectStripe } from './connect-stripe.ts';
import { disconnectStripe } from './disconnect-stripe.ts';
import { presentConnection } from './present-connection.ts';
import { readAnew } from './read-anew.ts';

serve('stripe-accounts-read', stripeAccountRoutes.read, async ({ stripeAccount }) =>
  presentConnection(await stripeAccount.find()),
);
serve('stripe-accounts-connect', stripeAccountRoutes.connect, (work, { body }) => connectStripe(work, body));
serve('stripe-accounts-refresh', stripeAccountRoutes.refresh, async (work) => presentConnection(await readAnew(work)));
serve('stripe-accounts-disconnect', stripeAccountRoutes.disconnect, (work) => disconnectStripe(work));
