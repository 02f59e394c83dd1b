import { type Connection, isPlain } from './connection.ts';
import { frameTail, type Origin, type Payload } from './message.ts';
import type { Service } from './service.ts';
import { endSession } from './sessions.ts';

/** Sends one message to many. It is serialised once; only the sequence id differs between receivers. */
export function deliver(service: Service, receivers: Iterable<Connection>, payload: Payload, origin: Origin): void {
  const tail = frameTail(payload, origin);
  const frame = Buffer.from(`{${tail}`);
  const all = [...receivers];
  service.faults.pass(() => {
    for (const receiver of all) sendTo(service, receiver, { payload, tail, frame });
  });
}

type Serialised = { payload: Payload; tail: string; frame: Buffer };

function sendTo(service: Service, receiver: Connection, { payload, tail, frame }: Serialised): void {
  const { socket, replay } = receiver;
  if (replay) {
    const numbered = replay.add(tail);
    if (numbered === null) endSession(service, receiver, 'The client is too slow: its message buffer is full.', 1008);
    else socket?.send(numbered);
  } else if (isPlain(receiver)) {
    socket?.send(payload.raw, { binary: payload.dataType === 'binary' });
  } else {
    socket?.send(frame, { binary: false });
  }
}
