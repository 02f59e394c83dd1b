import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('writes in one room wait for each other, in another room for nobody; one that fails does not keep the next', async () => {
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('room', async (isFirst) => {
    await gate.promise;
    done.push(`first ${isFirst}`);
    throw new Error('lost');
  });
  const second = inTurn('room', async (isFirst) => void done.push(`second ${isFirst}`));
  await inTurn('another', async (isFirst) => void done.push(`another ${isFirst}`));
  gate.resolve();
  await expect(first).rejects.toThrow('lost');
  await second;
  await inTurn('room', async (isFirst) => void done.push(`later ${isFirst}`));
  expect(done).toEqual(['another true', 'first true', 'second false', 'later true']);
});
