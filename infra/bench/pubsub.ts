import { setTimeout as wait } from 'node:timers/promises';
import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { WebPubSubClient } from '@azure/web-pubsub-client';
import { io } from 'socket.io-client';
import { startChild } from './child.ts';
import { percentile, show } from './figures.ts';

const sockets = 200;
const perSecond = 50;
const rounds = 5;
const secondsEach = 2;

type Message = { number: number; text: string };
type Room = {
  join: (hear: (message: Message) => void) => Promise<() => unknown>;
  publish: (message: Message) => unknown;
  close: () => unknown;
};

/** As long as a sentence in a chat. */
const text = 'The blue one is my grandmother’s. Is the claw safe, or should it be made again before the wedding?';

/** A room with all its sockets in it; each round adds to the milliseconds from when a message was due to its arrival. */
async function fill({ join, publish, close }: Room) {
  const delays: number[] = [];
  const due = new Map<number, number>();
  let sent = 0;
  let heard = 0;
  let isWarm = false;
  const hear = ({ number }: Message) => {
    heard++;
    if (isWarm) delays.push(performance.now() - due.get(number)!);
  };
  const leave = await Promise.all(Array.from({ length: sockets }, () => join(hear)));

  const missing = () => sent * sockets - heard;

  async function round(seconds: number): Promise<void> {
    const start = performance.now();
    for (let at = 0; at < perSecond * seconds; at++) {
      const number = sent++;
      // By the clock and not after the last answer: a slow server must not make fewer messages.
      due.set(number, start + (at * 1000) / perSecond);
      await wait(Math.max(0, due.get(number)! - performance.now()));
      void publish({ number, text });
    }
    const limit = performance.now() + 10_000;
    while (missing() > 0 && performance.now() < limit) await wait(20);
  }

  await round(2);
  isWarm = true;
  return {
    round,
    end(): { p50: number; p99: number; lost: number } {
      for (const each of leave) each();
      close();
      return { p50: percentile(delays, 50), p99: percentile(delays, 99), lost: missing() };
    },
  };
}

function azureRoom(connectionString: string): Room {
  const service = new WebPubSubServiceClient(connectionString, 'crm', { allowInsecureConnection: true });
  const group = service.group('room');
  return {
    async join(hear) {
      const { url } = await service.getClientAccessToken({ groups: ['room'] });
      const client = new WebPubSubClient(url);
      client.on('group-message', ({ message }) => hear(message.data as Message));
      await client.start();
      return () => client.stop();
    },
    publish: (message) => group.sendToAll(message),
    close: () => undefined,
  };
}

function socketIoRoom(url: string): Room {
  const connect = () => io(url, { transports: ['websocket'], forceNew: true });
  const publisher = connect();
  return {
    async join(hear) {
      const socket = connect();
      socket.on('message', hear);
      await new Promise<void>((resolve) => void socket.once('connect', resolve));
      return () => socket.close();
    },
    publish: (message) => publisher.emit('publish', message),
    close: () => publisher.close(),
  };
}

await using plain = await startChild<{ url: string }>('socket-io.ts');
await using azure = await startChild<{ connectionString: string }>('web-pubsub.ts');
const plainRoom = await fill(socketIoRoom(plain.ready.url));
const groupRoom = await fill(azureRoom(azure.ready.connectionString));
// In turns, so that whatever else this machine does falls on both.
for (let at = 0; at < rounds; at++) {
  await plainRoom.round(secondsEach);
  await groupRoom.round(secondsEach);
}
const [socketIo, webPubSub] = [plainRoom.end(), groupRoom.end()];

show(`${sockets} sockets in one group, ${perSecond} messages a second for ${rounds * secondsEach} s, in turns`, [
  { what: 'Web PubSub over its SDKs, reliable: p99', value: webPubSub.p99, unit: 'ms', goal: { atMost: 50 } },
  { what: '  p50', value: webPubSub.p50, unit: 'ms' },
  { what: '  messages lost', value: webPubSub.lost, unit: 'messages', goal: { atMost: 0 } },
  { what: 'a plain Socket.IO room: p99', value: socketIo.p99, unit: 'ms' },
  { what: '  p50', value: socketIo.p50, unit: 'ms' },
  { what: '  messages lost', value: socketIo.lost, unit: 'messages' },
  { what: 'Web PubSub over Socket.IO, p99', value: webPubSub.p99 / socketIo.p99, unit: 'times' },
]);
