import * as z from 'zod';
import { idsUpTo } from '#domain/kernel/list.ts';
import { route } from '#domain/kernel/route.ts';
import { Presence } from './presence.ts';

export const presenceRoutes = {
  list: route({
    method: 'GET',
    path: 'presence',
    summary: 'Who is here, by their ids; a customer learns it of the people in their rooms',
    access: 'rooms.talk',
    query: z.strictObject({ ids: idsUpTo(100) }),
    result: z.object({ items: z.array(Presence) }),
  }),
};
