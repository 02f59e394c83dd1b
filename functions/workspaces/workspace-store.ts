import { Version } from '#domain/kernel/ids.ts';
import { Workspace } from '#domain/workspaces/workspace.ts';
import { container, documents } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const Stored = Workspace.extend({ version: Version });

export const workspaceStore = (workspaceId: string) => {
  const stored = documents('The business', workspaces, Stored, workspaceId, { workspaceId, kind: 'workspace' });
  return {
    find: (): Promise<Workspace | null> => stored.find(workspaceId),
    get: (): Promise<Workspace> => stored.get(workspaceId),
    add: (workspace: Omit<Workspace, 'id'>): Promise<Workspace> => stored.add({ ...workspace, id: workspaceId }),
  };
};
