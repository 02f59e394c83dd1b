import { setTimeout as wait } from 'node:timers/promises';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { inviteColleague } from '../people/business.ts';
import { startProduct } from '../testing/product.ts';
import { openForTest } from './business-under-test.ts';
import { type Chance, chance } from './chance.ts';
import type { History, Room } from './room-history.ts';
import { storedIn } from './stored-room.ts';
import { openTab } from './tab.ts';
import { talk } from './talk.ts';

type Plan = { messages: number; cuts: number; restarts: number; seed: number };

const roomCount = 5;
const password = 'a password of a test';

/**
 * Twenty clients, four in each of five rooms, talk over HTTP and hear by sockets that are cut at random; the endpoint
 * starts anew in between. The answer is what is there once all has been said and the tabs had `calm` to come together.
 */
export async function cutSockets(plan: Plan, calm: (rooms: () => Promise<Room[]>) => Promise<void>): Promise<Room[]> {
  const product = await startProduct();
  const { faults } = product.azure.pubsub;
  const random = chance(plan.seed);
  const rooms = await openRooms({ origin: product.origin, mailUrl: product.azure.mail.url });
  const tabs = rooms.flatMap((room) => room.tabs);
  try {
    await Promise.all(tabs.map((tab) => tab.start()));
    const count = Math.ceil(plan.messages / tabs.length);
    const talking = Promise.all(
      rooms.flatMap(({ tabs: own, history }) => own.map((tab) => talk({ tab, history, count, chance: random }))),
    );
    const disturbing = disturb(plan, random, {
      cut: async () => faults.cut(random.oneOf(tabs).connectionId()),
      restart: () => faults.restart(),
      progress: () => rooms.reduce((sum, { history }) => sum + history.size, 0) / (count * tabs.length),
    });
    await Promise.all([talking, disturbing]);
    const look = () => Promise.all(rooms.map(seen));
    await calm(look);
    return await look();
  } finally {
    for (const tab of tabs) tab.close();
    await product.close();
  }
}

/** The cuts are spread over the talk: each comes when so much has been said. */
async function disturb(
  { cuts, restarts }: Plan,
  random: Chance,
  { cut, restart, progress }: { cut: () => Promise<void>; restart: () => Promise<void>; progress: () => number },
): Promise<void> {
  const moments = [
    ...Array.from({ length: cuts }, () => ({ at: random.draw() * 0.95, work: cut })),
    ...Array.from({ length: restarts }, (_, count) => ({ at: (count + 1) / (restarts + 1), work: restart })),
  ].toSorted((a, b) => a.at - b.at);
  for (const { at, work } of moments) {
    while (progress() < at) await wait(5);
    await work();
  }
}

/** In each: its customer, the employee, a manager and the admin, each with a tab of their own. */
async function openRooms(where: { origin: string; mailUrl: string }) {
  const business = await openForTest(where, roomCount);
  const colleague = (role: 'employee' | 'manager') =>
    inviteColleague(where, business.admin, { name: role, email: `${role}@${business.slug}.example`, password, role });
  const employee = await colleague('employee');
  const manager = await colleague('manager');

  return Promise.all(
    business.customers.map(async ({ person, taskId }) => {
      const { version } = await business.admin.call(taskRoutes.get, { params: { taskId } });
      const body = { employeeId: employee.me.member.id, version };
      await business.admin.call(taskRoutes.assign, { params: { taskId }, body });
      const people = [person, employee.person, manager.person, business.admin];
      const history: History = new Map();
      const tabs = await Promise.all(
        people.map(async (each) => {
          const memberId = (await each.call(memberRoutes.me)).member.id;
          return openTab(each, { roomId: taskId, memberId });
        }),
      );
      return { roomId: taskId, person, history, tabs };
    }),
  );
}

async function seen({ roomId, person, history, tabs }: Awaited<ReturnType<typeof openRooms>>[number]): Promise<Room> {
  const heard = tabs.reduce((sum, tab) => sum + tab.heard(), 0);
  const shown = tabs.map((tab) => tab.stream()).map(({ entries, receipts }) => ({ entries, receipts }));
  return { history, stored: await storedIn(person, roomId), shown, heard };
}
