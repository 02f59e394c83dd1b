import type { AuditNote } from '#domain/audit/entry.ts';
import type { Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

type Done = Pick<AuditNote, 'action' | 'detail'>;

/** Writes down what the caller did with a member. */
export const noteMember = async (
  { audit, caller, address }: Work,
  { id, name }: Pick<Member, 'id' | 'name'>,
  done: Done,
): Promise<void> =>
  void (await audit.add({
    ...done,
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'member', id, name },
    address,
  }));
