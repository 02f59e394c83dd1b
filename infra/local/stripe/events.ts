import type * as z from 'zod';
import type { Context } from './context.ts';
import { type ListAnswer, listObjects } from './list.ts';
import type { listFilters } from './params/list-params.ts';
import { find } from './find.ts';
import type { Kinds } from './store.ts';

type Event = Kinds['event'];

export function listEvents(context: Context, params: z.infer<typeof listFilters.events>): ListAnswer<Event> {
  const types = params.types ?? (params.type ? [params.type] : []);
  const where = types.length > 0 ? [typeIsOneOf(types)] : [];
  const page = listObjects(context, { kind: 'event', params, where, url: '/v1/events' });
  return { ...page, data: page.data.map((event) => withPending(context, event)) };
}

export const retrieveEvent = (context: Context, id: string): Event => withPending(context, find(context, 'event', id));

/** `charge.*` stands for every type below `charge`. */
function typeIsOneOf(types: string[]): [string, ...string[]] {
  const sql = types.map(() => "json_extract(body, '$.type') glob ?").join(' or ');
  return [sql, ...types];
}

function withPending({ store }: Context, event: Event): Event {
  const row = store.db
    .prepare("select count(*) as pending from deliveries where event_id = ? and state = 'pending'")
    .get(event.id);
  return { ...event, pending_webhooks: Number(row?.['pending'] ?? 0) };
}
