import type { Me } from '#domain/members/member.ts';
import type { ProfileChange } from '#domain/profile/profile.ts';
import { readMe } from '#functions/members/read-me.ts';
import type { Work } from '#functions/work.ts';
import { spreadName } from './spread-name.ts';

/** One's own name and age. Sent again after a failure it finishes what follows the name. */
export async function changeProfile(work: Work, { name, age, version }: ProfileChange): Promise<Me> {
  const { members, audit, caller, address, now } = work;
  const before = await members.get(caller.memberId);
  const member = await members.replace({ ...before, name, age, version, updatedAt: now().toISOString() });
  const fields = [...(before.name === name ? [] : ['name']), ...(before.age === age ? [] : ['age'])];
  if (fields.length > 0) {
    await audit.add({
      action: 'member-changed',
      by: { memberId: member.id, name },
      on: { kind: 'member', id: member.id, name },
      detail: { fields: fields.join(', ') },
      address,
    });
  }
  await spreadName(work, member);
  return readMe(work);
}
