import { type Icon, IconArrowBackUp, IconBan, IconCheck, IconPlayerPlay, IconTrash, IconX } from '@tabler/icons-react';
import type { MemberAct } from './member-acts.ts';

/** The dots say that a question comes first. */
export const actFaces: Record<MemberAct, { label: string; icon: Icon; isDanger?: true }> = {
  verify: { label: 'Verify', icon: IconCheck },
  reject: { label: 'Reject…', icon: IconX },
  suspend: { label: 'Suspend…', icon: IconBan },
  resume: { label: 'Resume', icon: IconPlayerPlay },
  restore: { label: 'Restore', icon: IconArrowBackUp },
  delete: { label: 'Delete User', icon: IconTrash, isDanger: true },
};
