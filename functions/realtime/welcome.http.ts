import { app } from '@azure/functions';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { welcomeTo } from '#functions/platform/pubsub-signature.ts';

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
