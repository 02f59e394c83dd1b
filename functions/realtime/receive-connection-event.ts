import { problems } from '#domain/kernel/problem.ts';
import { PresenceTold, type SocketState } from '#domain/presence/presence.ts';
import { hub, socketUser } from '#domain/realtime/event.ts';
import { isSignedFor } from '#functions/platform/pubsub-signature.ts';
import { noteConnection } from '#functions/presence/note-connection.ts';
import type { Visit } from '#functions/work.ts';

/** What Web PubSub tells of a connection. An event that is none of ours changes nothing, nor does one that comes again. */
export async function receiveConnectionEvent(visit: Visit, bytes: Uint8Array): Promise<void> {
  const { headers, now } = visit;
  const connectionId = headers.get('ce-connectionid') ?? '';
  if (!isSignedFor(connectionId, headers.get('ce-signature') ?? '')) throw problems.unsigned();

  const who = socketUser.read(headers.get('ce-userid') ?? '');
  const state = headers.get('ce-hub') === hub ? stateIn(headers.get('ce-type'), bytes) : null;
  if (!who || !state) return;
  const stores = visit.in(who.workspaceId);
  await noteConnection({ ...stores, now }, { connectionId, memberId: who.memberId, state });
}

function stateIn(type: string | null, bytes: Uint8Array): SocketState | null {
  if (type === 'azure.webpubsub.sys.connected') return 'online';
  if (type === 'azure.webpubsub.sys.disconnected') return 'gone';
  if (type !== 'azure.webpubsub.user.presence') return null;
  return PresenceTold.safeParse(json(bytes)).data?.state ?? null;
}

/** Whoever sits at a browser can send anything by it. */
function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
