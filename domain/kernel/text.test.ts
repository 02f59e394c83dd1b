import { describe, expect, test } from 'vitest';
import { line, paragraph } from './text.ts';

const accepts = (schema: ReturnType<typeof line>, text: string): boolean => schema.safeParse(text).success;

describe('what a person typed', () => {
  test.each(['Ada Holm', 'Åse Ødegård', 'दीपिका सर्राफ', 'محمد', '李小龍', 'Zoë 👩‍👩‍👧', 'नमस्ते\u200dक'])(
    'may be %j',
    (text) => {
      expect([accepts(line(100), text), accepts(paragraph(100), text)]).toEqual([true, true]);
    },
  );

  test.each([
    ['a control character', 'a\u0007b'],
    ['a zero', 'a\u0000b'],
    ['a control character of the second set', 'a\u0085b'],
    ['a direction override', 'a\u202eb'],
    ['a direction isolate', 'a\u2066b'],
    ['an Arabic letter mark', 'a\u061cb'],
    ['the first half of a letter', 'a\ud800b'],
    ['the second half of a letter', 'a\udfffb'],
  ])('may not hold %s', (_, text) => {
    expect([accepts(line(100), text), accepts(paragraph(100), text)]).toEqual([false, false]);
  });

  test.each(['a\nb', 'a\tb', 'a\u2028b', 'a\u2029b'])('stands on several lines in a paragraph only: %j', (text) => {
    expect([accepts(line(100), text), accepts(paragraph(100), text)]).toEqual([false, true]);
  });
});
