import { app } from '@azure/functions';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import { welcomeTo } from '#functions/platform/pubsub-signature.ts';
import { serve } from '#functions/serve.ts';
import { receiveConnectionEvent } from './receive-connection-event.ts';

serve('realtime-negotiate', realtimeRoutes.negotiate, async ({ caller }) => ({ url: await socketAddressFor(caller) }));
serve('realtime-events', realtimeRoutes.events, (visit, { bytes }) => receiveConnectionEvent(visit, bytes));

// Asked by the service before the first event, and no part of the product's own API: it stands in no contract, and for
// anybody else there is nothing here.
app.http('realtime-events-welcome', {
  methods: ['OPTIONS'],
  route: realtimeRoutes.events.path,
  authLevel: 'anonymous',
  handler: async ({ headers }) => {
    const welcome = welcomeTo(headers.get('webhook-request-origin'));
    return welcome ? { status: 200, headers: { 'WebHook-Allowed-Origin': welcome } } : { status: 404 };
  },
});
