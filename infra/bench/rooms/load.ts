import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, percentile } from '../figures.ts';
import { hearRoom, say } from './hearing.ts';
import type { Business, Colleague } from './seed.ts';

type Load = { sockets: number; inRoom: number; perSecond: number; seconds: number };
type Room = { roomId: string; people: Colleague[] };

/** Rooms full of sockets in one workspace, and messages by the clock: a slow server does not get fewer of them. */
export async function underLoad(business: Business, { sockets, inRoom, perSecond, seconds }: Load): Promise<Figure[]> {
  const people = await business.colleagues(sockets);
  const due = new Map<string, number>();
  const delays: number[] = [];
  let heard = 0;
  const hear = (messageId: string): void => {
    const at = due.get(messageId);
    if (at === undefined) return;
    heard += 1;
    delays.push(performance.now() - at);
  };
  const rooms: Room[] = [];
  const leave: (() => void)[] = [];
  for (let n = 0; n < sockets; n += inRoom) {
    const own = people.slice(n, n + inRoom);
    const roomId = await business.openRoom(own);
    leave.push(...(await Promise.all(own.map(({ person }) => hearRoom(person, roomId, hear)))));
    rooms.push({ roomId, people: own });
  }

  const memory = [memoryOf(business)];
  let errors = 0;
  const total = perSecond * seconds;
  const missing = (): number => (total - errors) * inRoom - heard;
  const sending: Promise<unknown>[] = [];
  const start = performance.now();
  for (let n = 0; n < total; n += 1) {
    const messageId = crypto.randomUUID();
    const { roomId, people: own } = rooms[n % rooms.length]!;
    const at = start + (n * 1000) / perSecond;
    await wait(Math.max(0, at - performance.now()));
    due.set(messageId, at);
    const sender = own[Math.floor(n / rooms.length) % own.length]!;
    sending.push(say(sender.person, roomId, messageId).catch(() => (errors += 1)));
    if (n === Math.floor(total / 2)) memory.push(memoryOf(business));
  }
  await Promise.all(sending);
  const limit = performance.now() + 30_000;
  while (missing() > 0 && performance.now() < limit) await wait(20);
  memory.push(memoryOf(business));
  for (const each of leave) each();

  return [
    { what: 'received: p95', value: percentile(delays, 95), unit: 'ms', goal: { atMost: 300 } },
    { what: '  p50', value: percentile(delays, 50), unit: 'ms' },
    { what: 'refused or failed', value: errors, unit: 'messages', goal: { atMost: 0 } },
    { what: 'not received', value: total * inRoom - heard, unit: `of ${total * inRoom}`, goal: { atMost: 0 } },
    ...Object.keys(memory[0]!).flatMap((name) =>
      memoryFigures(
        name,
        memory.map((each) => each[name]!),
      ),
    ),
  ];
}

const memoryFigures = (name: string, [start, middle, end]: readonly number[]): Figure[] => [
  { what: `memory of ${name}: at the start`, value: start!, unit: 'MB' },
  { what: '  in the middle', value: middle!, unit: 'MB' },
  { what: '  at the end', value: end!, unit: 'MB' },
];

/** Resident, in megabytes. This process holds all clients. */
function memoryOf({ stack }: Business): Record<string, number> {
  const processes = { ...stack.ready.processes, clients: process.pid };
  return Object.fromEntries(
    Object.entries(processes).map(([name, pid]) => [
      name,
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
    ]),
  );
}
