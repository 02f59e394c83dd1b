import { expect, test } from 'vitest';
import { matching, mentionAt, mentionsIn, withMention } from './mentions.ts';

const people = ['Ann Lee', 'Anna Berg', 'Dipika Sarraf'].map((name) => ({ id: name, name }));

test.each([
  ['@', '@|', ''],
  ['a name', 'Hi @di|', 'di'],
  ['a name and half a surname', '@Ann L|', 'Ann L'],
  ['a sentence after it', '@Ann has the ring|', null],
  ['a mail address', 'ann@exa|', null],
  ['nothing', 'Hello|', null],
])('%s', (_, marked, expected) => {
  const caret = marked.indexOf('|');
  expect(mentionAt(marked.replace('|', ''), caret)?.query ?? null).toBe(expected);
});

test.each([
  ['', ['Ann Lee', 'Anna Berg', 'Dipika Sarraf']],
  ['an', ['Ann Lee', 'Anna Berg']],
  ['SAR', ['Dipika Sarraf']],
  ['x', []],
  ['Ann Lee', []],
])('“%s” may mean %j', (query, expected) => {
  expect(matching(people, query).map(({ name }) => name)).toEqual(expected);
});

test('the name takes the place of what was typed of it, and the caret stands behind it', () => {
  expect(withMention('Ask @di today', 7, 4, 'Dipika Sarraf')).toEqual({
    text: 'Ask @Dipika Sarraf today',
    caret: 'Ask @Dipika Sarraf '.length,
  });
});

test('whom a text names', () => {
  expect(mentionsIn('@Ann Lee, @Dipika Sarraf: look', people)).toEqual(['Ann Lee', 'Dipika Sarraf']);
});
