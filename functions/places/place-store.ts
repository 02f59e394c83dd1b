import { CustomersByPlace } from '#domain/places/routes.ts';
import { keptView } from '#functions/platform/kept-view.ts';

export const placeStore = (workspaceId: string) => keptView(workspaceId, 'places', CustomersByPlace);
