import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import { serve } from '#functions/serve.ts';

serve('realtime-negotiate', realtimeRoutes.negotiate, async ({ caller }) => ({ url: await socketAddressFor(caller) }));
