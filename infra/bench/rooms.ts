import { parseArgs } from 'node:util';
import { type Figure, show } from './figures.ts';
import { sendToReceived } from './rooms/delay.ts';
import { underLoad } from './rooms/load.ts';
import { burst, fillRoom, openAndScroll } from './rooms/long-room.ts';
import { onScreen } from './rooms/screen.ts';
import { startBusiness } from './rooms/seed.ts';

/*
 * Rooms: node infra/bench/rooms.ts. From send to received; a room of 10,000 messages opened, scrolled back and written
 * to in a burst; the same in two browsers, until it is painted; and 1,000 sockets in rooms of 10 with 100 messages a
 * second for two minutes.
 */
const { values } = parseArgs({
  options: {
    /** Only one of them: delay, long, screen or load. */
    only: { type: 'string' },
    turns: { type: 'string', default: '500' },
    messages: { type: 'string', default: '10000' },
    opened: { type: 'string', default: '200' },
    burst: { type: 'string', default: '500' },
    painted: { type: 'string', default: '60' },
    sockets: { type: 'string', default: '1000' },
    'in-room': { type: 'string', default: '10' },
    'per-second': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '120' },
  },
});
const wants = (part: string): boolean => values.only === undefined || values.only === part;
const number = (name: Exclude<keyof typeof values, 'only'>): number => Number(values[name]);
const messages = number('messages');
const turns = number('turns');
const inWords = (count: number): string => count.toLocaleString('en');

const business = await startBusiness();

if (wants('delay') || wants('long')) {
  const people = await business.colleagues(11);
  const [one, other] = [people[0]!, people[1]!] as const;
  if (wants('delay')) {
    const roomId = await business.openRoom([one, other]);
    const figures = await sendToReceived([one, other], { roomId, messages: turns, of: 'empty' });
    show(`From send to received, stored first: an empty room, ${turns} messages by turns`, figures);
  }
  if (wants('long')) {
    const roomId = await business.openRoom(people);
    await fillRoom(business, people, roomId, messages);
    show(`Opening a room of ${inWords(messages)} messages`, await openAndScroll(one, roomId, number('opened')));
    const figures = await sendToReceived([one, other], { roomId, messages: turns, of: 'long' });
    show(`From send to received with ${inWords(messages)} earlier messages`, figures);
    show(`A burst of ${number('burst')} with ${inWords(messages)} in the room`, await burstFigures());

    async function burstFigures(): Promise<Figure[]> {
      const alone = await burst([other], one, roomId, number('burst'));
      const together = await burst(people.slice(1), one, roomId, number('burst'));
      return [
        { what: 'one sender', value: alone, unit: 'messages/s', goal: { atLeast: 86 } },
        { what: 'ten senders at once', value: together, unit: 'messages/s' },
        { what: 'the original', value: 86, unit: 'messages/s' },
      ];
    }
  }
}
if (wants('screen')) {
  const people = await business.colleagues(11);
  const roomId = await business.openRoom(people);
  await fillRoom(business, people, roomId, messages);
  const figures = await onScreen([people[0]!, people[1]!], { roomId, messages, sent: number('painted') });
  show(`Two browsers in a room of ${inWords(messages)} messages`, figures);
}
if (wants('load')) {
  const load = {
    sockets: number('sockets'),
    inRoom: number('in-room'),
    perSecond: number('per-second'),
    seconds: number('seconds'),
  };
  const title = `${inWords(load.sockets)} sockets in rooms of ${load.inRoom}, ${load.perSecond} messages a second for ${load.seconds} s`;
  show(title, await underLoad(business, load));
}
await business.stack[Symbol.asyncDispose]();
// A socket client that was stopped while it came back keeps its timers.
process.exit();
