import { presenceRoutes } from '#domain/presence/routes.ts';
import { serve } from '#functions/serve.ts';
import { listPresence } from './list-presence.ts';

serve('presence-list', presenceRoutes.list, (work, { query }) => listPresence(work, query.ids));
