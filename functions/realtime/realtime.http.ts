import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import { serve } from '#functions/serve.ts';
import { receiveConnectionEvent } from './receive-connection-event.ts';

serve('realtime-negotiate', realtimeRoutes.negotiate, async ({ caller }) => ({ url: await socketAddressFor(caller) }));
serve('realtime-events', realtimeRoutes.events, (visit, { bytes }) => receiveConnectionEvent(visit, bytes));
