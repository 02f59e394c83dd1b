import '#web/app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { MantineProvider } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { problems } from '#domain/kernel/problem.ts';
import type { Presence, PresenceState } from '#domain/presence/presence.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { LiveProvider } from '#web/platform/live.tsx';
import { answer } from '#web/testing/answer.ts';
import { breakSocket, goLive, sendLive } from '#web/testing/live.ts';
import { PresenceDot } from './presence-dot.tsx';
import { PresenceProvider } from './presence.tsx';

const people: string[] = Array.from({ length: 3 }, () => crypto.randomUUID());
const [ada = '', grace = '', tomas = ''] = people;
const is = (memberId: string, state: PresenceState): Presence => ({
  memberId,
  state,
  lastSeenAt: '2026-03-02T09:00:00.000Z',
});

async function showDots() {
  const page = await render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <LiveProvider who={crypto.randomUUID()}>
          <PresenceProvider>
            <ul>
              {people.map((memberId, at) => (
                <li key={memberId} aria-label={`person ${at}`}>
                  <PresenceDot memberId={memberId} />
                </li>
              ))}
            </ul>
          </PresenceProvider>
        </LiveProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return {
    page,
    dotOf: (memberId: string) => page.getByRole('listitem', { name: `person ${people.indexOf(memberId)}` }),
  };
}

describe('F189 a dot beside somebody', () => {
  test('says by a word and by its shape how they are, and one question asks for all of them', async () => {
    const asked: string[][] = [];
    answer(presenceRoutes.list, ({ query }) => {
      asked.push(query.ids);
      return { items: [is(ada, 'online'), is(grace, 'away'), is(tomas, 'offline')] };
    });
    const { dotOf } = await showDots();
    await expect.element(dotOf(ada)).toHaveTextContent('Online');
    await expect.element(dotOf(grace)).toHaveTextContent('Away');
    await expect.element(dotOf(tomas)).toHaveTextContent('Offline');
    expect(asked[0]).toEqual(people);
    const shapes = people.map((id) => getComputedStyle(dotOf(id).element().firstElementChild!).background);
    expect(new Set(shapes).size).toBe(3);
  });

  test('is not there for somebody of whom one may not know it', async () => {
    answer(presenceRoutes.list, { items: [is(ada, 'online')] });
    const { dotOf } = await showDots();
    await expect.element(dotOf(ada)).toHaveTextContent('Online');
    expect(dotOf(grace).element().childElementCount).toBe(0);
  });

  test('follows them without being asked again, and asks again after a new connection', async () => {
    let questions = 0;
    answer(presenceRoutes.list, () => {
      questions += 1;
      return { items: people.map((id) => is(id, 'offline')) };
    });
    const { dotOf } = await showDots();
    await expect.element(dotOf(ada)).toHaveTextContent('Offline');
    await goLive();
    // Once more for what may have been missed before the first connection.
    await expect.poll(() => questions).toBe(2);
    sendLive({ kind: 'presence.changed', presence: is(ada, 'online') });
    await expect.element(dotOf(ada)).toHaveTextContent('Online');
    sendLive({ kind: 'presence.changed', presence: is(ada, 'away') });
    await expect.element(dotOf(ada)).toHaveTextContent('Away');
    expect(questions).toBe(2);
    breakSocket();
    await expect.poll(() => questions).toBe(3);
    await expect.element(dotOf(ada)).toHaveTextContent('Offline');
  });

  test('says nothing where the question fails, and the page stands', async () => {
    answer(presenceRoutes.list, () => {
      throw problems.unavailable('Presence');
    });
    const { page, dotOf } = await showDots();
    await expect.element(page.getByRole('listitem').first()).toBeInTheDocument();
    expect(dotOf(ada).element().childElementCount).toBe(0);
  });
});
