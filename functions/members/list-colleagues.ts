import type { Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

type Colleague = Pick<Member, 'id' | 'name' | 'email' | 'role'>;

export const listColleagues = async ({ members }: Work): Promise<{ items: Colleague[] }> => ({
  items: await members.verifiedStaff(),
});
