import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { batches, feedApp, retry, startFeedBed, type FeedBed } from '../testing/feed-bed.ts';

let bed: FeedBed;
beforeAll(async () => {
  bed = await startFeedBed();
});
afterAll(() => bed.close());

test('a batch whose host was killed comes again', async () => {
  const { start, pay } = await bed.feed(feedApp({ startFromBeginning: true }));
  await pay('a', { hangsOn: 'first' });
  await using first = await start('first');
  await first.said('batch a');
  await first.kill();

  await using second = await start('second');
  expect(await second.said('batch a')).toContain('second');
});

test('of two hosts one reads the range, and the other takes over when it stops', async () => {
  const { start, pay, lease } = await bed.feed();
  await using first = await start('first');
  await expect.poll(async () => (await lease())?.owner).toBeTruthy();
  await using second = await start('second');
  for (const id of ['a', 'b', 'c']) {
    await pay(id);
    await first.said(`batch ${id}`);
  }
  expect(batches(second)).toEqual([]);

  await first.close();
  await pay('d');
  await second.said('batch d');
  expect(batches(second)).toEqual(['d']);
});

test('a host that stood still loses its range after leaseExpirationInterval, and cannot move it afterwards', async () => {
  const { start, pay, lease } = await bed.feed();
  await using first = await start('first');
  await pay('a', { hangsOn: 'second' });
  await first.said('score ok');
  const owner = (await lease())?.owner;
  process.kill(first.pid, 'SIGSTOP');

  await using second = await start('second');
  await pay('b');
  await second.said('batch b');
  process.kill(first.pid, 'SIGCONT');
  await first.said("is somebody else's now");
  expect((await lease())?.owner).not.toBe(owner);

  await pay('c');
  await second.said('batch c');
  expect(batches(first)).not.toContain('c');
});

test('a stopping host does not wait for a batch that never works, and the batch comes again', async () => {
  const { start, pay, lease } = await bed.feed(feedApp({ retry: { ...retry, delayInterval: 3_600_000 } }));
  await using first = await start('first');
  await pay('a', { failures: 1 });
  await first.said('score failed');
  await first.close();
  expect((await lease())?.owner).toBeNull();

  await using second = await start('second');
  expect(await second.said('batch a')).toContain('attempt 0');
});

test('a batch that does not end within the grace comes again, the one before it does not', async () => {
  const { start, pay } = await bed.feed();
  await using first = await start('first', 0.2);
  await pay('a');
  await first.said('score ok');
  await pay('b', { hangsOn: 'first' });
  await first.said('batch b');
  await first.close();

  await using second = await start('second');
  await second.said('batch b');
  expect(batches(second)).toEqual(['b']);
});

describe('the feed goes on', () => {
  test.each([
    ['after refusals', { operation: 'change-feed', status: 503, times: 3 }, 'Trouble with the change feed'],
    ['after answers that were lost', { operation: 'change-feed', dropAfterCommit: true, times: 3 }, 'batch b'],
    [
      'after changes of its lease whose answers were lost',
      { operation: 'replace', container: 'leases', dropAfterCommit: true, times: 3 },
      "is somebody else's now",
    ],
  ])('%s', async (_, fault, said) => {
    const { start, pay } = await bed.feed();
    await using host = await start();
    await pay('a');
    await host.said('score ok');

    onTestFinished(() => bed.cosmos.faults.clear());
    bed.cosmos.faults.add(fault);
    await pay('b');
    await host.said(said);
    await host.said('batch b');
    await pay('c');
    await host.said('batch c');
    expect(new Set(batches(host))).toEqual(new Set(['a', 'b', 'c']));
  });
});
