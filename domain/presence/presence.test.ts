import { describe, expect, test } from 'vitest';
import { type SocketState, stateOf, stateTold } from './presence.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
const socket = (state: SocketState, minutes = 0) => ({ state, at: ago(minutes) });

describe('F189 somebody is', () => {
  test.each([
    ['offline without a browser', [], 'offline'],
    ['online at one', [socket('online')], 'online'],
    ['away when idle at it', [socket('away')], 'away'],
    ['online when idle at one and busy at another', [socket('away'), socket('online')], 'online'],
    ['away when idle at all of them', [socket('away'), socket('away', 4)], 'away'],
    ['offline when the only one has ended', [socket('gone')], 'offline'],
    ['away when the one they were busy at has ended', [socket('gone'), socket('away')], 'away'],
    ['online until a browser was silent for a quarter of an hour', [socket('online', 14.9)], 'online'],
    ['offline after that', [socket('online', 15)], 'offline'],
    ['away when only the idle one still speaks', [socket('online', 16), socket('away', 1)], 'away'],
  ] as const)('%s', (_, sockets, expected) => {
    expect(stateOf(sockets, now)).toBe(expected);
  });
});

describe('F189 others believe', () => {
  test.each([
    ['nothing of somebody who was never here', null, 'offline'],
    ['what they were told last', { state: 'away', at: ago(14) }, 'away'],
    ['it no longer than a browser lives without a word', { state: 'online', at: ago(15) }, 'offline'],
  ] as const)('%s', (_, told, expected) => {
    expect(stateTold(told, now)).toBe(expected);
  });
});
