import type { Work } from '#functions/work.ts';

export const noteExport = async (
  { audit, caller, address }: Work,
  action: 'workspace-exported' | 'workspace-export-taken',
): Promise<void> => void (await audit.add({ action, by: { memberId: caller.memberId, name: caller.name }, address }));
