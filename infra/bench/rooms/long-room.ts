import { uuidv7 } from '#domain/kernel/ids.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { type Figure, percentile } from '../figures.ts';
import { hearRoom, say, sentence } from './hearing.ts';
import type { Business, Colleague } from './seed.ts';

type NewEntry = Parameters<Business['stores']['rooms']['addEntry']>[1]['entry'];

/** Written by the product's store, one after the other as in the room. */
export async function fillRoom({ stores }: Business, people: readonly Colleague[], roomId: string, count: number) {
  const { head } = await stores.rooms.known(roomId);
  if (!head) throw new Error('The room is not there');
  const { kind, title, customerId, members } = head;
  for (let n = 0; n < count; n += 1) {
    const { id, name, role } = members.find((member) => member.id === people[n % people.length]!.id)!;
    const entry: NewEntry = {
      kind: 'message',
      id: uuidv7(Date.now()),
      sender: { id, name, role },
      text: `${n}. ${sentence}`,
      files: [],
      replyTo: null,
      mentions: [],
      reactions: [],
      sentAt: new Date().toISOString(),
      editedAt: null,
      deletedAt: null,
    };
    await stores.rooms.addEntry(roomId, { entry, about: () => ({ kind, title, customerId, members }) });
  }
}

/** What a page asks when the room is opened, and when it is scrolled up to the first message. */
export async function openAndScroll({ person }: Colleague, roomId: string, times: number): Promise<Figure[]> {
  const params = { roomId };
  const ask = async (query: object) => {
    const begun = performance.now();
    const { status, body } = await person.send(roomRoutes.messages, { params, query: { ...query } });
    if (status !== 200) throw new Error(`The page of the room answered ${status}`);
    return {
      ms: performance.now() - begun,
      body: roomRoutes.messages.result.parse(body),
      bytes: JSON.stringify(body).length,
    };
  };
  const opened: number[] = [];
  let bytes = 0;
  for (let n = 0; n < times; n += 1) {
    const page = await ask({});
    opened.push(page.ms);
    bytes = page.bytes;
  }
  const scrolled: number[] = [];
  let before = (await ask({})).body.items[0]?.seq ?? 1;
  while (before > 1) {
    const page = await ask({ before, limit: 100 });
    scrolled.push(page.ms);
    before = page.body.items[0]?.seq ?? 1;
  }
  return [
    { what: 'the newest page: p95', value: percentile(opened, 95), unit: 'ms', goal: { atMost: 300 } },
    { what: '  p50', value: percentile(opened, 50), unit: 'ms' },
    { what: '  its size', value: bytes / 1000, unit: 'kB' },
    { what: '  the original: the whole room', value: 719, unit: 'ms' },
    { what: '  the original: its size', value: 7600, unit: 'kB' },
    { what: `scrolled back in ${scrolled.length} pages of 100: p95`, value: percentile(scrolled, 95), unit: 'ms' },
    { what: '  p50', value: percentile(scrolled, 50), unit: 'ms' },
    { what: '  the slowest', value: Math.max(...scrolled), unit: 'ms' },
  ];
}

/** Each sends the next message when one is stored, as the page's outbox does; it is over when the listener has all. */
export async function burst(senders: readonly Colleague[], listener: Colleague, roomId: string, count: number) {
  const seen = new Set<string>();
  const all = Promise.withResolvers<void>();
  const ids = new Set<string>(Array.from({ length: count }, () => crypto.randomUUID()));
  const leave = await hearRoom(listener.person, roomId, (messageId) => {
    if (ids.has(messageId)) seen.add(messageId);
    if (seen.size === ids.size) all.resolve();
  });
  const waiting = [...ids];
  const begun = performance.now();
  await Promise.all(
    senders.map(async ({ person }) => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await say(person, roomId, next);
    }),
  );
  await all.promise;
  leave();
  return count / ((performance.now() - begun) / 1000);
}
