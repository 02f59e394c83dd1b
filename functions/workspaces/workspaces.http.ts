import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { serve } from '#functions/serve.ts';
import { workspaceAt } from './addresses.ts';

serve('workspaces-at-address', workspaceRoutes.atAddress, (visit, { params }) => workspaceAt(visit, params.slug));
