import { keptDays } from '#domain/profile/profile.ts';
import { systemWork } from '#functions/work.ts';
import { eraseMember } from './erase-member.ts';
import { erasures } from './erasures.ts';

const dayMs = 24 * 3_600_000;
/** A round that was missed is made up for by a later one, up to so many days. */
const lookBackDays = 60;

/** The daily round: one member that cannot be erased now does not keep the others, and is tried again the next day. */
export async function eraseDeleted(now: Date, report: (error: unknown) => void): Promise<void> {
  const due = now.getTime() - keptDays * dayMs;
  for (let back = lookBackDays; back >= 0; back--) {
    const day = new Date(due - back * dayMs).toISOString().slice(0, 10);
    for (const { workspaceId, memberId } of await erasures.of(day)) {
      try {
        if (await settle({ workspaceId, memberId, due: new Date(due) }, report)) await erasures.done(day, memberId);
      } catch (error) {
        report(error);
      }
    }
  }
}

type Noted = { workspaceId: string; memberId: string; due: Date };

/** False while it is too early. Who was restored, or deleted anew on a later day, is nothing for this entry. */
async function settle({ workspaceId, memberId, due }: Noted, report: (error: unknown) => void): Promise<boolean> {
  const work = systemWork(workspaceId, report);
  const member = await work.members.find(memberId);
  if (!member || member.deletedAt === null) return true;
  if (Date.parse(member.deletedAt) > due.getTime()) return false;
  await eraseMember(work, member);
  return true;
}
