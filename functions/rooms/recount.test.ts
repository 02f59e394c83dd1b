import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemError } from '#domain/kernel/problem.ts';
import { assignTask, unassignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { everyDocument, followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeTeam } from './change-team.ts';
import { editMessage } from './edit-message.ts';
import { joinRoom, stopObserving } from './join-room.ts';
import { keepAllSeats } from './keep-all-seats.ts';
import { moveReceipt } from './move-receipt.ts';
import { muteRoom } from './mute-room.ts';
import { openTeam } from './open-team.ts';
import { reactToMessage } from './react-to-message.ts';
import { removeMessage } from './remove-message.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry } from './testing/in-room.ts';

/** A team's room and a task's, of a customer, two leaders and two employees. */
async function world(crm: Crm) {
  const roles = ['admin', 'manager', 'employee', 'employee', 'customer'] as const;
  const people = await Promise.all(roles.map((role) => crm.work(role)));
  const [admin, , , , customer] = people as [Work, Work, Work, Work, Work];
  const staff = people.slice(0, 4);
  const memberIds = staff.map(({ caller }) => caller.memberId);
  const team = await openTeam(admin, { roomId: crypto.randomUUID(), title: 'Fair', memberIds });
  const task = await createTask(customer, make.taskDraft());
  return { crm, people, admin, staff, rooms: [team.id, task.id], team, task };
}
type World = Awaited<ReturnType<typeof world>>;

/** What is not allowed just now is a part of what people try. */
async function tried(doing: Promise<unknown>): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

const who = fc.nat(4);
const where = fc.nat(1);
const which = fc.nat(20);
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), who, where }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), who, where, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('edit', 'delete', 'react'), who, where, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('join', 'go', 'mute'), who, where }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('team' as const), who, people: fc.subarray([0, 1, 2, 3]) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('assign' as const), who: fc.option(fc.constantFrom(2, 3)) }) },
  // What was fed before comes again, and late.
  { weight: 3, arbitrary: fc.record({ do: fc.constant('feed' as const), order: fc.infiniteStream(fc.nat(1000)) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function run(
  { crm, people, admin, staff, rooms, team, task }: World,
  operations: Operation[],
): Promise<object[]> {
  const fed: object[] = [];
  for (const op of operations) {
    if (op.do === 'feed') {
      for (const roomId of rooms) fed.push(...(await everyDocument(crm, roomId)));
      const order = [...op.order.take(fed.length)];
      await keepAllSeats(
        crm.system(),
        fed.toSorted((a, b) => order[fed.indexOf(a)]! - order[fed.indexOf(b)]!),
      );
    } else if (op.do === 'assign') {
      const { version } = await admin.tasks.get(task.id);
      const employeeId = op.who === null ? null : people[op.who]!.caller.memberId;
      await tried(
        employeeId ? assignTask(admin, task.id, { employeeId, version }) : unassignTask(admin, task.id, { version }),
      );
    } else if (op.do === 'team') {
      const memberIds = op.people.map((n) => staff[n]!.caller.memberId);
      if (memberIds.length > 0) await tried(changeTeam(people[op.who]!, team.id, { title: 'Fair', memberIds }));
    } else {
      await tried(talk(people[op.who]!, rooms[op.where]!, op));
    }
  }
  return fed;
}

async function talk(work: Work, roomId: string, op: { do: string; which?: number }): Promise<unknown> {
  const messages = (await everyEntry(work, roomId)).filter(({ kind }) => kind === 'message');
  const place = { roomId, messageId: messages[(op.which ?? 0) % Math.max(messages.length, 1)]?.id ?? roomId };
  switch (op.do) {
    case 'send':
      return sendMessage(work, roomId, draft('Hello'));
    case 'read':
      return moveReceipt(work, roomId, { read: op.which });
    case 'edit':
      return editMessage(work, place, { text: 'Hello again', mentions: [] });
    case 'delete':
      return removeMessage(work, place);
    case 'react':
      return reactToMessage(work, place, { emoji: '👍', on: true });
    case 'join':
      return joinRoom(work, roomId, 'a-connection');
    case 'go':
      return stopObserving(work, roomId);
    default:
      return muteRoom(work, roomId, true);
  }
}

/** From the entries alone, and how far each says to have read. */
async function recount({ crm, people, rooms }: World): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const roomId of rooms) {
    const head = (await crm.system().rooms.head(roomId))!;
    const entries = await everyEntry(crm.system(), roomId);
    for (const { caller } of people) {
      const read = head.receipts[caller.memberId]?.read ?? 0;
      if (!head.members.some(({ id }) => id === caller.memberId)) continue;
      counts.set(`${roomId} ${caller.memberId}`, entries.filter(({ seq }) => seq > read).length);
    }
  }
  return counts;
}

async function seatsOf({ crm, people, rooms }: World): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const roomId of rooms) {
    for (const { caller } of people) {
      const seat = await crm.system().seats.find({ memberId: caller.memberId, roomId });
      if (seat) counts.set(`${roomId} ${caller.memberId}`, seat.unread);
    }
  }
  return counts;
}

test(
  'W30 after anything that people do in rooms, and feeds that come late and again, unread is what a recount says',
  withCrm(async (crm) => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 20, maxLength: 40 }), async (operations) => {
        const made = await world(crm);
        const fed = await run(made, operations);
        await followFeeds(crm, made.rooms);
        await keepAllSeats(crm.system(), fed);
        expect(await seatsOf(made)).toEqual(await recount(made));
      }),
      { seed: 5, numRuns: 8, endOnFailure: true },
    );
  }),
);
