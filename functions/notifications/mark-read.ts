import type { Work } from '#functions/work.ts';

/** All about one subject, or all there are; the person's other windows hear of it. */
export async function markRead(
  { notifications, caller, now, live }: Work,
  { subjectId }: { subjectId?: string | undefined },
): Promise<void> {
  const changed = await notifications.markRead(caller.memberId, { subjectId }, now().toISOString());
  if (changed > 0) await live.toMember(caller.memberId, { kind: 'notifications.changed' });
}
