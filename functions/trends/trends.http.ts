import { trendRoutes } from '#domain/trends/routes.ts';
import { serve } from '#functions/serve.ts';
import { readMoved, readMovement } from './read-movement.ts';

serve('trends-movement', trendRoutes.movement, readMovement);
serve('trends-moved', trendRoutes.moved, (work, { query }) => readMoved(work, query));
serve('trends-seasons', trendRoutes.seasons, async ({ trends }) => ({ seasons: await trends.seasons() }));
