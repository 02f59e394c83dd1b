import { ManagedIdentityCredential } from '@azure/identity';
import { WebPubSubServiceClient } from '@azure/web-pubsub';
import type { Caller } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import { groups, hub, type LiveEvent } from '#domain/realtime/event.ts';
import { config } from './config.ts';

const client =
  'connection' in config.pubsub
    ? // Plain http is only ever the local endpoint: the service itself refuses it.
      new WebPubSubServiceClient(config.pubsub.connection, hub, {
        allowInsecureConnection: config.pubsub.connection.includes('Endpoint=http://127.0.0.1:'),
      })
    : new WebPubSubServiceClient(config.pubsub.endpoint, new ManagedIdentityCredential(), hub);

/**
 * An address for one person's socket. Somebody not yet verified, or who still owes a second factor, hears only what is
 * sent to them alone; customers never hear the staff group.
 */
export async function socketAddressFor(caller: Caller): Promise<string> {
  const isIn = caller.status === 'verified' && !caller.mustEnrol;
  const heard = isIn ? [groups.workspace(caller.workspaceId)] : [];
  if (isIn && caller.role !== 'customer') heard.push(groups.staff(caller.workspaceId));
  const { url } = await client.getClientAccessToken({
    userId: caller.memberId,
    groups: heard,
    // Only to open it with: an open socket outlives its address, a stolen address is soon worth nothing.
    expirationTimeInMinutes: 5,
  });
  return url;
}

/** Publishing is a hint, HTTP is the truth: a failed one is reported and never fails what was stored. */
export const liveOf = (workspaceId: string, report: (error: unknown) => void) => {
  const hint = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      report(error);
    }
  };
  return {
    toStaff: (event: LiveEvent) => hint(client.group(groups.staff(workspaceId)).sendToAll(event)),
    toWorkspace: (event: LiveEvent) => hint(client.group(groups.workspace(workspaceId)).sendToAll(event)),
    toRoom: (roomId: string, event: LiveEvent) => hint(client.group(groups.room(roomId)).sendToAll(event)),
    toMember: (memberId: string, event: LiveEvent) => hint(client.sendToUser(memberId, event)),
    /**
     * For a person whose session ended or whose rights changed: each open page asks again who it is. The sockets close,
     * because one hears what its address allowed when it was made; a page that goes on opens another.
     */
    disconnect: (memberId: string) =>
      hint(
        client
          .sendToUser(memberId, { kind: 'session.ended' } satisfies LiveEvent)
          .then(() => client.closeUserConnections(memberId, { reason: 'The session ended or changed' })),
      ),
    /** The person hears a room from now on, on every connection they have; the caller has checked the right. */
    joinRoom: async (roomId: string, memberId: string): Promise<void> => {
      try {
        await client.group(groups.room(roomId)).addUser(memberId);
      } catch (error) {
        const isAbsent = error instanceof Error && 'statusCode' in error && error.statusCode === 404;
        throw isAbsent ? problems.conflict('No connection of yours is open to hear it on.') : error;
      }
    },
    leaveRoom: (roomId: string, memberId: string): Promise<void> =>
      client.group(groups.room(roomId)).removeUser(memberId),
  };
};
export type Live = ReturnType<typeof liveOf>;

export const pubsubAnswers = async (): Promise<void> => void (await client.groupExists('health'));
