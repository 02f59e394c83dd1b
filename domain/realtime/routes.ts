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
};
