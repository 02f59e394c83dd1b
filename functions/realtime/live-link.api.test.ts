import { once } from 'node:events';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { inviteColleague, openBusiness } from '#infra/people/business.ts';
import type { Person } from '#infra/people/person.ts';

const password = 'a password of a test';
type Colleague = { person: Person; id: string };

/** Two of the same business. */
async function twoColleagues(): Promise<{ ada: Colleague; tomas: Colleague }> {
  const where = { origin: inject('origin'), mailUrl: inject('mailUrl') };
  const slug = `shop-${crypto.randomUUID().slice(0, 8)}`;
  const opening = { businessName: 'A business', slug, currency: 'USD', timeZone: 'UTC', name: 'Ada', password };
  const { person, me } = await openBusiness(where, { ...opening, email: `ada@${slug}.example` });
  const invited = { name: 'Tomas', email: `tomas@${slug}.example`, password, role: 'employee' } as const;
  const colleague = await inviteColleague(where, person, invited);
  return { ada: { person, id: me.member.id }, tomas: { person: colleague.person, id: colleague.me.member.id } };
}

/** A socket and nothing else: no polling, no upgrade, no library. */
async function openSocket(person: Person) {
  const { url } = await person.call(realtimeRoutes.negotiate);
  const socket = new WebSocket(url, 'json.webpubsub.azure.v1');
  const heard: LiveEvent[] = [];
  let connections = 0;
  socket.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data)) as { type: string; event?: string; data?: unknown };
    if (frame.type === 'system' && frame.event === 'connected') connections += 1;
    const event = LiveEvent.safeParse(frame.data).data;
    if (event) heard.push(event);
  });
  await once(socket, 'open');
  return {
    heard,
    connections: () => connections,
    tell: (event: string, data: object) =>
      socket.send(JSON.stringify({ type: 'event', event, dataType: 'json', data })),
    close: () => socket.close(),
  };
}

let ada: Colleague;
let tomas: Colleague;
beforeAll(async () => {
  ({ ada, tomas } = await twoColleagues());
});
const stateOf = async ({ id }: Colleague, asking: Colleague): Promise<string | undefined> =>
  (await asking.person.call(presenceRoutes.list, { query: { ids: id } })).items[0]?.state;

describe('F181 W26 the live link', () => {
  test('is a web socket from its first byte, and brings what happens', async () => {
    const socket = await openSocket(ada.person);
    await expect.poll(socket.connections).toBe(1);
    await ada.person.call(memberRoutes.invite, {
      body: { email: `${crypto.randomUUID()}@example.com`, role: 'employee' },
    });
    await expect.poll(() => socket.heard.map(({ kind }) => kind)).toContain('members.changed');
    socket.close();
  });

  test('F189 goes both ways: the server learns who is here, and tells colleagues when it changes', async () => {
    const watching = await openSocket(ada.person);
    const statesOf = ({ id }: Colleague): string[] =>
      watching.heard.flatMap((event) =>
        event.kind === 'presence.changed' && event.presence.memberId === id ? [event.presence.state] : [],
      );
    expect(await stateOf(tomas, ada)).toBe('offline');
    const socket = await openSocket(tomas.person);
    await expect.poll(() => statesOf(tomas)).toEqual(['online']);
    socket.tell('presence', { state: 'away' });
    await expect.poll(() => statesOf(tomas)).toEqual(['online', 'away']);
    socket.close();
    await expect.poll(() => statesOf(tomas)).toEqual(['online', 'away', 'offline']);
    expect(await stateOf(tomas, ada)).toBe('offline');
    watching.close();
  });
});

test('the service is told through the site that its events are welcome, and no other origin is', async () => {
  const ask = (origin: string) =>
    fetch(`${inject('origin')}/api/${realtimeRoutes.events.path}`, {
      method: 'OPTIONS',
      headers: { 'webhook-request-origin': origin },
    });
  const yes = await ask('127.0.0.1');
  expect([yes.status, yes.headers.get('webhook-allowed-origin')]).toEqual([200, '127.0.0.1']);
  expect((await ask('elsewhere.example')).status).toBe(404);
});
