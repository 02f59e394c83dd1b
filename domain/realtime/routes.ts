import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';

export const realtimeRoutes = {
  negotiate: route({
    method: 'POST',
    path: 'realtime/negotiate',
    summary: 'An address for the socket; it is good for five minutes',
    access: 'signed-in',
    result: z.object({ url: z.string() }),
  }),
  events: route({
    method: 'POST',
    path: 'realtime/events',
    summary: "Web PubSub's signed word about a connection",
    access: 'public',
    from: 'webhook',
    raw: { types: ['application/json', 'text/plain', 'application/octet-stream'] },
  }),
};
