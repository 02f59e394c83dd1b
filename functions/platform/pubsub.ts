import { odata, WebPubSubServiceClient } from '@azure/web-pubsub';
import type { Caller } from '#domain/kernel/access.ts';
import { groups, hub, type LiveEvent, socketUser } from '#domain/realtime/event.ts';
import { chunksOf } from './batch.ts';
import { config } from './config.ts';
import { credential } from './credential.ts';

const client =
  'connection' in config.pubsub
    ? // Plain http is only ever the local endpoint: the service itself refuses it.
      new WebPubSubServiceClient(config.pubsub.connection, hub, {
        allowInsecureConnection: config.pubsub.connection.includes('Endpoint=http://127.0.0.1:'),
      })
    : new WebPubSubServiceClient(config.pubsub.endpoint, credential, hub);

/**
 * An address for one person's socket. Somebody not yet verified, or who still owes a second factor, hears only what is
 * sent to them alone; customers never hear the staff group.
 */
export async function socketAddressFor(caller: Caller): Promise<string> {
  const isIn = caller.status === 'verified' && !caller.mustEnrol;
  const heard = isIn ? [groups.workspace(caller.workspaceId)] : [];
  if (isIn && caller.role !== 'customer') heard.push(groups.staff(caller.workspaceId));
  const { url } = await client.getClientAccessToken({
    userId: socketUser.of(caller.workspaceId, caller.memberId),
    groups: heard,
    // Only to open it with: an open socket outlives its address, a stolen address is soon worth nothing.
    expirationTimeInMinutes: 5,
  });
  return url;
}

/** One browser of a person. */
export type Place = { memberId: string; connectionId: string };

/** Publishing is a hint, HTTP is the truth: a failed one is reported and never fails what was stored. */
export const liveOf = (workspaceId: string, report: (error: unknown) => void) => {
  const hint = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      report(error);
    }
  };
  const userOf = (memberId: string): string => socketUser.of(workspaceId, memberId);
  const isAt = ({ memberId, connectionId }: Place): string =>
    odata`userId eq ${userOf(memberId)} and connectionId eq ${connectionId}`;
  return {
    toStaff: (event: LiveEvent) => hint(client.group(groups.staff(workspaceId)).sendToAll(event)),
    toWorkspace: (event: LiveEvent) => hint(client.group(groups.workspace(workspaceId)).sendToAll(event)),
    toRoom: (roomId: string, event: LiveEvent) => hint(client.group(groups.room(workspaceId, roomId)).sendToAll(event)),
    toMember: (memberId: string, event: LiveEvent) => hint(client.sendToUser(userOf(memberId), event)),
    /** A few members at a time: the filter is a part of the address. */
    toMembers: async (memberIds: readonly string[], event: LiveEvent): Promise<void> => {
      for (const some of chunksOf(memberIds, 10)) {
        const filter = some.map((memberId) => odata`userId eq ${userOf(memberId)}`).join(' or ');
        await hint(client.sendToAll(event, { filter }));
      }
    },
    /**
     * For a person whose session ended or whose rights changed: each open page asks again who it is. The sockets close,
     * because one hears what its address allowed when it was made; a page that goes on opens another.
     */
    disconnect: (memberId: string) =>
      hint(
        client
          .sendToUser(userOf(memberId), { kind: 'session.ended' } satisfies LiveEvent)
          .then(() => client.closeUserConnections(userOf(memberId), { reason: 'The session ended or changed' })),
      ),
    /**
     * One connection hears a room from now on; the caller has checked the right. Who names a connection that is not
     * theirs changes nothing for anybody.
     */
    joinRoom: (roomId: string, place: Place): Promise<void> =>
      client.addConnectionsToGroups([groups.room(workspaceId, roomId)], isAt(place)),
    leaveRoom: (roomId: string, place: Place): Promise<void> =>
      client.removeConnectionsFromGroups([groups.room(workspaceId, roomId)], isAt(place)),
    /** For who may no longer hear a room: all their connections leave it at once. */
    evict: (roomId: string, memberId: string): Promise<void> =>
      client.group(groups.room(workspaceId, roomId)).removeUser(userOf(memberId)),
  };
};
export type Live = ReturnType<typeof liveOf>;

export const pubsubAnswers = async (): Promise<void> => void (await client.groupExists('health'));
