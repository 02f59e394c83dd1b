import type { MemberStatus } from '#domain/kernel/access.ts';
import { isVerified, type Member } from '#domain/members/member.ts';

/** Those that happen at once, and those that ask before. */
export type PlainAct = 'verify' | 'resume' | 'restore';
export type AskedAct = 'reject' | 'suspend' | 'delete';
export type MemberAct = PlainAct | AskedAct;

const plain: readonly string[] = ['verify', 'resume', 'restore'] satisfies PlainAct[];
export const isPlain = (act: MemberAct): act is PlainAct => plain.includes(act);

const waits: readonly MemberStatus[] = ['email-verified', 'profile-submitted'];

/** What can be done with a person as they stand. Nobody shuts themselves out. */
export function actsOn(member: Member, myId: string): MemberAct[] {
  if (member.deletedAt !== null) return ['restore'];
  const isMe = member.id === myId;
  const acts: [MemberAct, boolean][] = [
    ['verify', !isVerified(member) && member.status !== 'suspended'],
    ['reject', !isMe && waits.includes(member.status) && !isVerified(member)],
    ['resume', member.status === 'suspended'],
    ['suspend', !isMe && isVerified(member)],
    ['delete', !isMe],
  ];
  return acts.filter(([, fits]) => fits).map(([act]) => act);
}
