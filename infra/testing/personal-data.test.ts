import { expect, test } from 'vitest';
import { leaksIn } from './personal-data.ts';

const known = new Set(['Ada Lovelace', 'Marlow', 'Where is my "ring"?']);
const line = '10:00:00 tasks-list {"name":"tasks-list","status":200,"stack":["at list (main.mjs:1:2)"]}';

test.each([
  ['a name of two words', '{"who":"Ada Lovelace"}'],
  ['a name of one', 'at Marlow, again'],
  ['what somebody wrote, within JSON', String.raw`{"text":"Where is my \"ring\"?"}`],
  ['an address of nobody known', 'to bob@example.com'],
  ['a telephone number', 'calls +4791234567'],
  ['a key', 'with sk_test_abc'],
  ['a cookie', 'cookie __Host-session=x'],
])('%s in a log is found', (_, leak) => {
  expect(leaksIn(`${line}\n${leak}\n${line}`, known)).toHaveLength(1);
});

test.each([
  ['a line of the product', line],
  ['half of a name', 'Ada at 10'],
  ['a longer word', 'the Marlowe case'],
])('%s is none', (_, text) => {
  expect(leaksIn(text, known)).toEqual([]);
});
