import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batches, feedApp, retry, startFeedBed, type FeedBed } from '../testing/feed-bed.ts';

let bed: FeedBed;
beforeAll(async () => {
  bed = await startFeedBed();
});
afterAll(() => bed.close());

test('what is written reaches the function once, in order, and not again after a restart', async () => {
  const { start, pay } = await bed.feed(feedApp({ startFromBeginning: true }));
  await pay('a');
  {
    await using host = await start();
    await host.said('batch a');
    await pay('b');
    await pay('c');
    await expect.poll(() => batches(host).join(' ')).toBe('a b c');
    await host.close();
  }
  await pay('d');

  await using host = await start();
  await host.said('batch d');
  expect(batches(host)).toEqual(['d']);
});

test('without startFromBeginning it starts from now, once: what is written while the host is down is not lost', async () => {
  const { start, pay } = await bed.feed();
  await pay('early');
  await (await start()).close();
  await pay('meanwhile');

  await using host = await start();
  await host.said('batch meanwhile');
  expect(batches(host)).toEqual(['meanwhile']);
});

test('a batch holds at most maxItemsPerInvocation documents', async () => {
  const { start, pay } = await bed.feed(feedApp({ startFromBeginning: true, maxItemsPerInvocation: 2 }));
  for (const id of ['a', 'b', 'c']) await pay(id);

  await using host = await start();
  await expect.poll(() => batches(host)).toEqual(['a b', 'c']);
});

describe('a batch that fails', () => {
  test('comes again until it works when the trigger has a retry, and the lease moves only then', async () => {
    const { start, pay, lease } = await bed.feed(feedApp({ startFromBeginning: true, retry }));
    await pay('a', { failures: 1_000_000 });
    {
      await using host = await start();
      await host.said('batch a attempt 3');
      expect((await lease())?.continuation).toBeNull();
      await host.close();
    }
    await pay('a', { failures: 0 });

    await using host = await start();
    await host.said('batch a attempt 0');
    await expect.poll(async () => (await lease())?.continuation).not.toBeNull();
  });

  test('is worked off before what was written later', async () => {
    const { start, pay } = await bed.feed(feedApp({ retry }));
    await using host = await start();
    await pay('a', { failures: 3 });
    await host.said('batch a attempt 0');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'a', 'a', 'a', 'b']);
  });

  test('is passed over when the trigger has no retry', async () => {
    const { start, pay } = await bed.feed();
    await using host = await start();
    await pay('a', { failures: 1 });
    await host.said('score failed');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'b']);
  });

  test('is passed over when its retries are used up', async () => {
    const { start, pay } = await bed.feed(feedApp({ retry: { ...retry, maxRetryCount: 1 } }));
    await using host = await start();
    await pay('a', { failures: 2 });
    await host.said('batch a attempt 1');
    await pay('b');
    await host.said('batch b');
    expect(batches(host)).toEqual(['a', 'a', 'b']);
  });
});

test('a test may feed a batch by the admin API', async () => {
  const { start } = await bed.feed();
  await using host = await start();
  const response = await fetch(`${host.url}/admin/functions/score`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ input: [{ id: 'fed' }] }),
  });
  expect(response.status).toBe(202);
  await host.said('batch fed');
});

describe('the host refuses to start', () => {
  const started = async (main: string) => (await bed.feed(main)).start();

  test('without the leases container, unless the trigger says to make it', async () => {
    const own = { leaseContainerName: 'own-leases' };
    await expect(started(feedApp(own))).rejects.toThrow(
      /score cannot start: the container "own-leases" of .* does not exist/,
    );

    await using _ = await started(feedApp({ ...own, createLeaseContainerIfNotExists: true }));
    const { resource } = await bed.database.container('own-leases').read();
    expect(resource?.partitionKey?.paths).toEqual(['/id']);
  });

  test('without the container to read', async () => {
    const main = feedApp({ containerName: 'nothing' });
    await expect(started(main)).rejects.toThrow(/the container "nothing" of .* does not exist/);
  });

  test('without the connection setting', async () => {
    await expect(started(feedApp({ connection: 'ELSEWHERE' }))).rejects.toThrow(/app setting ELSEWHERE/);
  });

  test('with two functions on the same leases, which would each get a part', async () => {
    const second = (options: object = {}) => feedApp(options).replace("'score'", "'count'");
    await expect(started(feedApp() + second())).rejects.toThrow(/count cannot start: it shares its leases with score/);

    const { start, pay } = await bed.feed(feedApp() + second({ leaseContainerPrefix: 'count-' }));
    await using host = await start();
    await pay('a');
    await expect.poll(() => batches(host)).toEqual(['a', 'a']);
  });
});
