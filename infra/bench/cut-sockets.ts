import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { cutSockets } from '../reliability/cut-sockets.ts';
import { allFaults, noFaults, type Room } from '../reliability/room-history.ts';
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

const changesIn = ({ stored }: Room): number => stored.entries.reduce((most, { change }) => Math.max(most, change), 0);
const sum = (of: (room: Room) => number): number => rooms.reduce((all, room) => all + of(room), 0);

const start = performance.now();
const rooms = await cutSockets(plan, async (look) => {
  const until = Date.now() + patienceMs;
  while (!isDeepStrictEqual(allFaults(await look()), noFaults) && Date.now() < until) await wait(500);
});
const faults = allFaults(rooms);
const none = { goal: { atMost: 0 } };
show('Sockets cut under talk, edits, deletions, reactions, receipts and messages written without a network', [
  { what: 'messages acknowledged', value: sum(({ history }) => history.size), unit: '' },
  { what: 'changes of the rooms', value: sum(changesIn), unit: '' },
  { what: 'cuts', value: plan.cuts, unit: '' },
  { what: 'restarts of the endpoint', value: plan.restarts, unit: '' },
  { what: 'came by the socket', value: sum(({ heard }) => heard), unit: 'of 4 a change' },
  { what: 'messages lost', value: faults.lost, unit: '', ...none },
  { what: 'messages doubled', value: faults.doubled, unit: '', ...none },
  { what: 'not as they were acknowledged last', value: faults.unlike, unit: '', ...none },
  { what: 'clients that do not show what is stored, in its order', value: faults.otherwise, unit: '', ...none },
  { what: 'clients that know other receipts', value: faults.receipts, unit: '', ...none },
  { what: 'all of it took', value: (performance.now() - start) / 1000, unit: 's' },
]);
// A socket client that was stopped while it came back keeps its timers.
process.exit();
