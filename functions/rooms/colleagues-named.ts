import { problems } from '#domain/kernel/problem.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import type { Work } from '#functions/work.ts';

/** Verified staff by their ids, in the order of the ids: anybody else is refused, and nobody learns who they are. */
export async function colleaguesNamed(
  { members }: Pick<Work, 'members'>,
  ids: readonly string[],
  pointer: string,
): Promise<RoomMember[]> {
  const staff = new Map((await members.verifiedStaff()).map((member) => [member.id, member]));
  return ids.map((id) => {
    const found = staff.get(id);
    if (!found) throw problems.invalid([{ pointer, detail: 'This is not a verified colleague' }]);
    return { id, name: found.name, role: found.role, as: 'member' };
  });
}
