import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './message-parts.ts';

const kinds = (text: string, names: string[] = []) =>
  partsOf(text, names)
    .filter(({ kind }) => kind !== 'text')
    .map((part) => (part.kind === 'link' ? part.href : part.text));

test.each([
  ['an address', 'See https://example.com/a?b=1.', ['https://example.com/a?b=1']],
  ['a bare one', 'See example.com, please', ['http://example.com']],
  ['a mail address', 'Write to ada@example.com', ['mailto:ada@example.com']],
  ['a script', 'javascript:alert(1)', []],
  ['data', 'data:text/html,<script>alert(1)</script>', []],
  ['a file', 'file:///etc/passwd', []],
  ['no link', '3.5 mm and 4.2.1', []],
])('%s', (_, text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test.each([
  ['a name', 'Ask @Ann Lee today', ['@Ann Lee']],
  ['the longer of two names', '@Ann Lee and @Ann', ['@Ann Lee', '@Ann']],
  ['somebody who is not named by the message', '@Bob', []],
  ['any script', '@दीपिका सर्राफ नमस्ते', ['@दीपिका सर्राफ']],
])('a mention: %s', (_, text, expected) => {
  expect(kinds(text, ['Ann', 'Ann Lee', 'दीपिका सर्राफ'])).toEqual(expected);
});

test('the parts of any text are the text, and links lead only to the web and to mail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const parts = partsOf(text, ['Ann']);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts.filter((each) => each.kind === 'link')) expect(part.href).toMatch(/^(https?|mailto):/i);
    }),
  );
});
