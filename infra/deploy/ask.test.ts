import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askAt } from './ask.ts';

/** Somebody who types `line` as soon as they are asked. */
function terminal(line: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  output.once('data', () => input.write(`${line}\n`));
  return { ask: askAt({ input, output }), shown };
}

test('an answer is taken without the blanks around it', async () => {
  const { ask, shown } = terminal('  Marlow Street ');
  expect(await ask.open('Name of the business')).toBe('Marlow Street');
  expect(shown.join('')).toContain('Name of the business: ');
});

test('an empty answer takes what is suggested', async () => {
  const { ask, shown } = terminal('');
  expect(await ask.open('Its address', 'marlow-street')).toBe('marlow-street');
  expect(shown.join('')).toContain('Its address [marlow-street]: ');
});

test('F413 a secret is not shown while it is typed', async () => {
  const { ask, shown } = terminal('a secret');
  expect(await ask.hidden('stripe-secret-key')).toBe('a secret');
  expect(shown.join('')).toBe('stripe-secret-key: \n');
});
