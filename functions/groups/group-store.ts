import { Groups } from '#domain/groups/group.ts';
import { keptView } from '#functions/platform/kept-view.ts';

export const groupStore = (workspaceId: string) => keptView(workspaceId, 'groups', Groups);
