import { groupRoutes } from '#domain/groups/routes.ts';
import { serve } from '#functions/serve.ts';

serve('groups-read', groupRoutes.read, async ({ groups }) => ({ groups: await groups.read() }));
