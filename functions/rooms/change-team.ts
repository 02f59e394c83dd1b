import { problems } from '#domain/kernel/problem.ts';
import type { Room, TeamChange } from '#domain/rooms/room.ts';
import type { Work } from '#functions/work.ts';
import { colleaguesNamed } from './colleagues-named.ts';
import { letGo, letIn } from './come-and-go.ts';
import { asSeen } from './present-room.ts';
import { readRoom } from './read-room.ts';
import type { AboutRoom } from './room-store.ts';

/** Anybody in a team's room may rename it, let somebody in, let somebody go, and go themselves. */
export async function changeTeam(work: Work, roomId: string, { title, memberIds }: TeamChange): Promise<Room> {
  const { head } = await readRoom(work, roomId);
  if (head?.kind !== 'team') throw problems.conflict('Only a team’s room is changed this way.');
  const about: AboutRoom = (now) => now ?? head;
  const isIn = new Set(head.members.map(({ id }) => id));
  const stays = new Set(memberIds);
  const added = await colleaguesNamed(
    work,
    [...stays].filter((id) => !isIn.has(id)),
    '/body/memberIds',
  );
  const gone = head.members.filter(({ id }) => !stays.has(id));

  for (const member of added) await letIn(work, roomId, { head, about, member });
  for (const member of gone) await letGo(work, roomId, { head, about, member });
  const changed = await work.rooms.changeHead(roomId, (now) =>
    !now || now.title === title ? (now ?? head) : { ...now, title },
  );
  await work.live.toRoom(roomId, { kind: 'room.changed', roomId });
  return asSeen(work, roomId, changed);
}
