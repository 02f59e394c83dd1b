import { type Action, ClientFrame, payloadIn, type Publication, UnknownFrame, type UserEvent } from './client-frame.ts';
import { type Connection, isPlain, sendControl } from './connection.ts';
import { deliver } from './deliver.ts';
import { join, leave } from './hub.ts';
import { binaryPayload, payloadOf, textPayload } from './message.ts';
import { mayUse } from './rights.ts';
import type { Service } from './service.ts';
import { endSession } from './sessions.ts';
import type { UpstreamAnswer } from './upstream.ts';

type AckError = { name: 'Forbidden' | 'InternalServerError' | 'Duplicate'; message: string };

/** A client that never repeats itself must not grow the memory of its connection for ever. */
const rememberedAckIds = 5000;

export async function handleData(service: Service, connection: Connection, data: Buffer, isBinary: boolean) {
  if (connection.hasEnded) return;
  if (isPlain(connection)) await handlePlain(service, connection, data, isBinary);
  else await handleFrame(service, connection, parsed(data));
}

/** All that a plain client sends is the event called "message". */
async function handlePlain(service: Service, connection: Connection, data: Buffer, isBinary: boolean) {
  const payload = isBinary ? binaryPayload(data) : textPayload(data.toString());
  const answer = await service.upstream.tell(connection, { kind: 'user', name: 'message' }, payload);
  if (answer?.isOk) reply(service, connection, answer);
  else endSession(service, connection, 'The event handler failed.', 1011);
}

async function handleFrame(service: Service, connection: Connection, data: unknown) {
  const result = ClientFrame.safeParse(data);
  if (!result.success) return refuseFrame(service, connection, data);

  const frame = result.data;
  if (frame.type === 'ping') return sendControl(connection, { type: 'pong' });
  if (frame.type === 'sequenceAck') return connection.replay?.acknowledge(frame.sequenceId);

  const { ackId } = frame;
  if (ackId !== undefined && connection.handledAckIds.has(ackId)) {
    return ack(connection, ackId, { name: 'Duplicate', message: `The message with ack-id ${ackId} was processed.` });
  }
  const error = await act(service, connection, frame);
  if (!error) rememberAck(connection, ackId);
  ack(connection, ackId, error);
}

async function act(service: Service, connection: Connection, frame: Action): Promise<AckError | null> {
  if (frame.type === 'sendToGroup') return publish(service, connection, frame);
  if (frame.type === 'event') return raise(service, connection, frame);

  if (!mayUse(connection.roles, 'joinLeaveGroup', frame.group)) return forbidden('join or leave', frame.group);
  const move = frame.type === 'joinGroup' ? join : leave;
  move(connection, frame.group);
  return null;
}

function publish(service: Service, connection: Connection, frame: Publication): AckError | null {
  const { group, noEcho } = frame;
  if (!mayUse(connection.roles, 'sendToGroup', group)) return forbidden('send to', group);
  const members = [...(connection.hub.groups.get(group) ?? [])];
  const receivers = noEcho ? members.filter((member) => member !== connection) : members;
  deliver(service, receivers, payloadIn(frame), { group, fromUserId: connection.userId });
  return null;
}

/** The handler's answer reaches the client before the acknowledgement. */
async function raise(service: Service, connection: Connection, frame: UserEvent): Promise<AckError | null> {
  const answer = await service.upstream.tell(connection, { kind: 'user', name: frame.event }, payloadIn(frame));
  if (!answer?.isOk) return { name: 'InternalServerError', message: 'The event handler failed or does not exist.' };
  reply(service, connection, answer);
  return null;
}

const forbidden = (act: string, group: string): AckError => ({
  name: 'Forbidden',
  message: `The client may not ${act} the group '${group}'.`,
});

function reply(service: Service, connection: Connection, { contentType, body }: UpstreamAnswer): void {
  if (body.length > 0 && !connection.hasEnded) deliver(service, [connection], payloadOf(contentType, body), {});
}

function ack(connection: Connection, ackId: number | undefined, error: AckError | null): void {
  if (ackId === undefined) return;
  sendControl(connection, { type: 'ack', ackId, success: error === null, ...(error && { error }) });
}

function rememberAck({ handledAckIds }: Connection, ackId: number | undefined): void {
  if (ackId === undefined) return;
  handledAckIds.add(ackId);
  const [oldest] = handledAckIds;
  if (handledAckIds.size > rememberedAckIds && oldest !== undefined) handledAckIds.delete(oldest);
}

/** A sender that waits for an answer gets one; a client that speaks another language is let go. */
function refuseFrame(service: Service, connection: Connection, data: unknown): void {
  const { success, data: frame } = UnknownFrame.safeParse(data);
  const message = success ? `Frames like this '${frame.type}' are not covered here.` : 'Invalid message format.';
  const error: AckError = { name: 'InternalServerError', message };
  if (frame?.ackId !== undefined) return ack(connection, frame.ackId, error);
  if (frame?.invocationId === undefined) return endSession(service, connection, message, 1008);
  sendControl(connection, { type: 'invokeResponse', invocationId: frame.invocationId, success: false, error });
}

function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return null;
  }
}
