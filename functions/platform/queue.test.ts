import { InvocationContext } from '@azure/functions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { whenCalled } from './called.ts';
import { onMessages } from './queue.ts';

const delivered = (dequeueCount: number) => {
  const lines: Record<string, unknown>[] = [];
  const context = new InvocationContext({
    invocationId: crypto.randomUUID(),
    triggerMetadata: { dequeueCount, id: 'message-1' },
    logHandler: (_level, line) => void lines.push(JSON.parse(String(line)) as Record<string, unknown>),
  });
  return { context, lines };
};

onMessages('letters', {
  message: z.strictObject({ to: z.string() }),
  handler: () => Promise.reject(new Error('No such letter box')),
});
const letters = whenCalled<unknown, void>('letters', async () => undefined);

const dead = { source: 'letters', document: 'message-1' };

test.each([
  [4, []],
  [5, [dead]],
])('a message that fails for the time %i: dead letters %j', async (dequeueCount, expected) => {
  const { context, lines } = delivered(dequeueCount);
  await expect(letters({ to: 'Ada' }, context)).rejects.toThrow('see its line');
  const told = lines.filter(({ event }) => event === 'dead_letter');
  expect(told.map(({ source, document }) => ({ source, document }))).toEqual(expected);
});

test('a message that cannot be read fails like any other', async () => {
  const { context, lines } = delivered(5);
  await expect(letters({ to: 7 }, context)).rejects.toThrow('invalid_type/to');
  expect(lines.map(({ event, outcome }) => event ?? outcome ?? 'error')).toEqual(['dead_letter', 'error', 'failed']);
});
