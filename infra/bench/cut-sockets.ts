import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cutSockets, type Room } from '../reliability/cut-sockets.ts';
import { show } from './figures.ts';

/** Twenty clients over rooms of four: `node infra/bench/cut-sockets.ts [--messages 10000] [--cuts 300] [--seed 1]`. */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    cuts: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
});
const plan = { messages: Number(values.messages), cuts: Number(values.cuts), restarts: 1, seed: Number(values.seed) };
const patienceMs = 60_000;

const sum = (rooms: Room[], of: (room: Room) => number): number => rooms.reduce((all, room) => all + of(room), 0);
const missingIn = (wanted: string[], there: string[]): number => {
  const found = new Set(there);
  return wanted.filter((id) => !found.has(id)).length;
};
const doubledIn = (ids: string[]): number => ids.length - new Set(ids).size;
const lost = ({ said, stored, shown }: Room): number =>
  missingIn(said, stored) + shown.reduce((all, ids) => all + missingIn(stored, ids), 0);
const doubled = ({ stored, shown }: Room): number => [stored, ...shown].reduce((all, ids) => all + doubledIn(ids), 0);
const inOtherOrder = ({ stored, shown }: Room): number =>
  shown.filter((ids) => ids.length === stored.length && ids.some((id, at) => id !== stored[at])).length;

const start = performance.now();
const rooms = await cutSockets(plan, async (look) => {
  const until = Date.now() + patienceMs;
  while (sum(await look(), lost) > 0 && Date.now() < until) await wait(500);
});
show('Sockets cut under talk', [
  { what: 'messages acknowledged', value: sum(rooms, ({ said }) => said.length), unit: '' },
  { what: 'cuts', value: plan.cuts, unit: '' },
  { what: 'restarts of the endpoint', value: plan.restarts, unit: '' },
  { what: 'came by the socket', value: sum(rooms, ({ heard }) => heard), unit: 'of 4 a message' },
  { what: 'lost', value: sum(rooms, lost), unit: '', goal: { atMost: 0 } },
  { what: 'doubled', value: sum(rooms, doubled), unit: '', goal: { atMost: 0 } },
  { what: 'clients with another order', value: sum(rooms, inOtherOrder), unit: '', goal: { atMost: 0 } },
  { what: 'all of it took', value: (performance.now() - start) / 1000, unit: 's' },
]);
// A socket client that was stopped while it came back keeps its timers.
process.exit();
