import * as z from 'zod';
import { Member } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';
import { isNew, type News, tellingOf } from './telling.ts';

const FedMember = Member.omit({ version: true }).extend({ kind: z.literal('member') });

/** From the feed of members: who waits for verification is told to those who verify. */
export async function tellMembers(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  const waiting = documents.flatMap((document) => newsOf(document, system.now()) ?? []);
  if (waiting.length === 0) return;
  const staff = await system.members.verifiedStaff();
  for (const { id } of staff.filter(({ role }) => role === 'admin'))
    for (const news of waiting) await telling.tell(id, news);
  await telling.end();
}

function newsOf(document: unknown, now: Date): News | null {
  const { data: member } = FedMember.safeParse(document);
  if (!member || member.deletedAt !== null || member.status !== 'profile-submitted') return null;
  if (!member.submittedAt || !isNew(member.submittedAt, now)) return null;
  return {
    sourceId: member.id,
    kind: 'sign-up',
    on: { kind: 'member', id: member.id, title: member.name },
    by: member.name,
    text: 'waits for verification',
    at: member.submittedAt,
  };
}
