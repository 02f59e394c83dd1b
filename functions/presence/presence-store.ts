import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { Moment } from '#domain/kernel/time.ts';
import { PresenceState, SocketState, type Told } from '#domain/presence/presence.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const from = container('presence');

const Socket = z.object({ id: z.string(), memberId: Id, state: SocketState, at: Moment, version: z.string() });
const Seen = z.object({ id: Id, memberId: Id, state: PresenceState, at: Moment, version: z.string() });
export type Socket = Omit<z.infer<typeof Socket>, 'version'>;
export type Seen = z.infer<typeof Seen>;

/** The sockets of a workspace, each gone by itself after a quarter of an hour, and a lasting line about each member. */
export const presenceStore = (workspaceId: string) => {
  const sockets = documents('The connection', from, Socket, workspaceId, { workspaceId, kind: 'connection' });
  const lines = documents('The member', from, Seen, workspaceId, { workspaceId, kind: 'seen' });
  const ofMembers = (kind: 'connection' | 'seen', memberIds: readonly string[]) => ({
    query: `SELECT * FROM c WHERE c.kind = '${kind}' AND ARRAY_CONTAINS(@ids, c.memberId)`,
    parameters: [{ name: '@ids', value: [...memberIds] }],
  });

  return {
    socketsOf: (memberIds: readonly string[]): Promise<Socket[]> => sockets.all(ofMembers('connection', memberIds)),
    seenOf: (memberIds: readonly string[]): Promise<Seen[]> => lines.all(ofMembers('seen', memberIds)),
    seen: lines.find,

    /** False when it changes nothing: the connection has ended, or is somebody else's. */
    async note(socket: Socket): Promise<boolean> {
      for (;;) {
        const found = await sockets.find(socket.id);
        if (found && (found.state === 'gone' || found.memberId !== socket.memberId)) return false;
        const write = found ? sockets.replace({ ...socket, version: found.version }) : sockets.add(socket);
        if (await unlessTaken(write)) return true;
      }
    },

    /** False when somebody else wrote it meanwhile. `version` is null where there is no line yet. */
    see: (memberId: string, { state, at }: Told, version: string | null): Promise<boolean> => {
      const line = { id: memberId, memberId, state, at };
      const lasting = { ttl: -1 };
      return unlessTaken(version === null ? lines.add(line, lasting) : lines.replace({ ...line, version }, lasting));
    },
  };
};

/** Two events may be worked on at once, and what was read may have gone by its age. */
async function unlessTaken(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    const isTaken = error instanceof ProblemError && [404, 412].includes(error.problem.status);
    if (isTaken || isStatus(error, 409)) return false;
    throw error;
  }
}
