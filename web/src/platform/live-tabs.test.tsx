import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { breakSocket, goLive, isLive, sendLive, socketsOpened, toldLive } from '#web/testing/live.ts';
import { LiveProvider, useConnectionId, useLive, useLiveState, useTell } from './live.tsx';

afterEach(() => void vi.restoreAllMocks());

type Tab = { heard: LiveEvent[]; connections: (string | null)[]; fetches: () => number; tell: () => void };

/** What a tab of the browser shows: its own tree, its own channel and its own wish for the lock. */
async function openTab(who: string) {
  let fetches = 0;
  const tab: Tab = { heard: [], connections: [], fetches: () => fetches, tell: () => {} };
  function Page() {
    const tell = useTell();
    tab.tell = () => tell('presence', { state: 'away' });
    const connectionId = useConnectionId();
    if (tab.connections.at(-1) !== connectionId) tab.connections.push(connectionId);
    useLive((event) => tab.heard.push(event));
    useQuery({ queryKey: ['tasks'], queryFn: () => ++fetches, staleTime: Infinity });
    return <p>{useLiveState()}</p>;
  }
  const { unmount } = await render(
    <QueryClientProvider client={new QueryClient()}>
      <LiveProvider who={who}>
        <Page />
      </LiveProvider>
    </QueryClientProvider>,
  );
  return { ...tab, connections: tab.connections, tell: () => tab.tell(), close: unmount };
}

async function openTabs(count: number) {
  const who = crypto.randomUUID();
  const tabs = [];
  for (let at = 0; at < count; at += 1) tabs.push(await openTab(who));
  await goLive();
  for (const tab of tabs) await expect.poll(() => tab.connections.at(-1)).toBeTruthy();
  return { tabs, who };
}

/** Once each has asked again for what it may have missed before its first connection. */
async function openCalmTabs(count: number) {
  const { tabs } = await openTabs(count);
  for (const { fetches } of tabs) await expect.poll(fetches).toBe(2);
  return tabs;
}
const change = (version: number): LiveEvent => ({ kind: 'segments.changed', version });

describe('W28 the tabs of a browser', () => {
  test('have one connection, all know its name, and each hears every event once', async () => {
    const { tabs } = await openTabs(3);
    expect(socketsOpened()).toBe(1);
    expect(new Set(tabs.map(({ connections }) => connections.at(-1)))).toEqual(new Set(['c1']));
    sendLive(change(1));
    sendLive(change(2));
    for (const { heard } of tabs) await expect.poll(() => heard).toEqual([change(1), change(2)]);
  });

  test('F196 go on when the one with the socket closes: another opens one, and all catch up', async () => {
    const [first, ...others] = await openCalmTabs(3);
    await first!.close();
    for (const { connections } of others) await expect.poll(() => connections.at(-1)).toBe('c2');
    for (const { fetches } of others) await expect.poll(fetches).toBe(3);
    sendLive(change(3));
    for (const { heard } of others) await expect.poll(() => heard).toEqual([change(3)]);
    expect(first!.heard).toEqual([]);
    expect(socketsOpened()).toBe(2);
  });

  test('all catch up after a new session, also those without the socket', async () => {
    const tabs = await openCalmTabs(2);
    breakSocket();
    for (const { fetches } of tabs) await expect.poll(fetches).toBe(3);
  });

  test('say to the server once what each of them says', async () => {
    const { tabs } = await openTabs(3);
    for (const { tell } of tabs) tell();
    expect(toldLive()).toEqual([{ event: 'presence', data: { state: 'away' } }]);
  });

  test('leave no socket behind when they are all closed', async () => {
    const { tabs } = await openTabs(2);
    for (const { close } of tabs) await close();
    await expect.poll(isLive).toBe(false);
  });

  test('of another person hear nothing of it', async () => {
    const { tabs } = await openTabs(1);
    const { tabs: others } = await openTabs(1);
    expect(socketsOpened()).toBe(2);
    expect(tabs[0]!.connections.at(-1)).not.toBe(others[0]!.connections.at(-1));
  });
});

test('W27 listeners do not pile up, however often a page comes and goes', async () => {
  const sets = { added: 0, removed: 0 };
  const [add, remove] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
  add.mockImplementation(function (this: Window, ...args: Parameters<typeof window.addEventListener>) {
    if (args[0] === 'offline' || args[0] === 'online') sets.added += 1;
    return EventTarget.prototype.addEventListener.apply(window, args);
  });
  remove.mockImplementation(function (this: Window, ...args: Parameters<typeof window.removeEventListener>) {
    if (args[0] === 'offline' || args[0] === 'online') sets.removed += 1;
    return EventTarget.prototype.removeEventListener.apply(window, args);
  });
  const who = crypto.randomUUID();
  const stays = await openTab(who);
  for (let at = 0; at < 20; at += 1) await (await openTab(who)).close();
  await goLive();
  await expect.poll(() => stays.connections.at(-1)).toBeTruthy();
  sendLive(change(1));
  await expect.poll(() => stays.heard).toEqual([change(1)]);
  expect(socketsOpened()).toBe(1);
  await stays.close();
  expect(sets.added).toBeGreaterThan(0);
  expect(sets.removed).toBe(sets.added);
});

test('W27 the token of the socket is never written to the console', async () => {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const spies = methods.map((method) => vi.spyOn(console, method));
  const token = `token-${crypto.randomUUID()}`;
  answer(realtimeRoutes.negotiate, { url: `ws://socket.test/client?access_token=${token}` });
  const { tabs } = await openTabs(1);
  breakSocket();
  await expect.poll(() => tabs[0]!.connections.at(-1), { timeout: 10_000 }).toBe('c2');
  const written = spies.flatMap((spy) => spy.mock.calls.flat().map(String));
  expect(written.filter((text) => text.includes(token))).toEqual([]);
});
