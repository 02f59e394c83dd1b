import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { breakSocket, goLive, sendLive } from '#web/testing/live.ts';
import '#web/testing/answer.ts';
import { LiveProvider, useLive, useLiveState } from './live.tsx';

function Listener({ heard, fetched }: { heard: LiveEvent[]; fetched: () => number }) {
  useLive((event) => heard.push(event));
  const { data } = useQuery({ queryKey: ['tasks'], queryFn: fetched, staleTime: Infinity });
  return (
    <p>
      {useLiveState()} {data}
    </p>
  );
}

async function listen() {
  const heard: LiveEvent[] = [];
  let fetches = 0;
  const page = await render(
    <QueryClientProvider client={new QueryClient()}>
      <LiveProvider who="me">
        <Listener heard={heard} fetched={() => ++fetches} />
      </LiveProvider>
    </QueryClientProvider>,
  );
  await goLive();
  await expect.element(page.getByText(/^connected/)).toBeVisible();
  return { page, heard, fetches: () => fetches };
}

test('events are heard in order, and what is no event of ours is ignored', async () => {
  const { heard } = await listen();
  sendLive({ kind: 'segments.changed', version: 1 });
  sendLive({ kind: 'of-next-year' } as unknown as LiveEvent);
  sendLive({ kind: 'segments.changed', version: 2 });
  await expect
    .poll(() => heard)
    .toEqual([
      { kind: 'segments.changed', version: 1 },
      { kind: 'segments.changed', version: 2 },
    ]);
});

test('a new session asks again for what is shown, because it may have missed something', async () => {
  const { page, fetches } = await listen();
  // What was read before the first connection, once more: between the two something may have happened.
  await expect.poll(fetches).toBe(2);
  breakSocket();
  await expect.poll(fetches, { timeout: 10_000 }).toBe(3);
  await expect.element(page.getByText('connected 3')).toBeVisible();
});
