import { describe, expect, test } from 'vitest';
import { Emoji, mayEdit, type Message, withReaction } from './message.ts';

describe('one emoji', () => {
  test.each(['👍', '👍🏽', '❤️', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇮🇳', '1️⃣'])('%s is one', (emoji) => {
    expect(Emoji.safeParse(emoji).success).toBe(true);
  });

  test.each(['', 'a', 'ok', '👍👍', '👍 ', ':)', '1', '<b>', '\u202e👍', '👍'.repeat(5000), '\ud83d'])(
    '%j is none',
    (text) => {
      expect(Emoji.safeParse(text).success).toBe(false);
    },
  );
});

describe('a message may be mended', () => {
  const sentAt = '2026-03-02T09:00:00.000Z';
  const sender = { id: crypto.randomUUID(), name: 'Ada', role: 'customer' } as const;
  const message = { sender, sentAt, deletedAt: null };

  test.each([
    ['2026-03-02T09:00:00.000Z', true],
    ['2026-03-02T09:14:59.999Z', true],
    ['2026-03-02T09:15:00.000Z', false],
  ])('at %s: %s', (now, expected) => {
    expect(mayEdit(message, sender.id, new Date(now))).toBe(expected);
  });

  test('by nobody else, and not after it was deleted', () => {
    expect(mayEdit(message, crypto.randomUUID(), new Date(sentAt))).toBe(false);
    expect(mayEdit({ ...message, deletedAt: sentAt }, sender.id, new Date(sentAt))).toBe(false);
  });
});

test('an emoji that is already as it is wanted changes nothing', () => {
  const message = { reactions: [{ emoji: '👍', by: ['ada'] }] } as Message;
  expect(withReaction(message, { emoji: '👍', by: 'ada', on: true })).toBe(message);
  expect(withReaction(message, { emoji: '👍', by: 'nils', on: false })).toBe(message);
  expect(withReaction(message, { emoji: '🙂', by: 'ada', on: false })).toBe(message);
});
