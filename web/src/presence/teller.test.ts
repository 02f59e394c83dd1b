import { describe, expect, test } from 'vitest';
import { newTeller } from './teller.ts';

function watched() {
  let now = 0;
  const told: string[] = [];
  const teller = newTeller({ now: () => now, tell: (state) => told.push(`${now / 60_000} ${state}`) });
  return {
    told,
    teller,
    /** Looks every half minute, as the page does by its timer. */
    wait: (minutes: number) => {
      for (let half = 0; half < minutes * 2; half += 1) {
        now += 30_000;
        teller.look();
      }
    },
  };
}

describe('F189 a browser says that somebody', () => {
  test('is there, and again every five minutes as long as they do something', () => {
    const { told, teller, wait } = watched();
    teller.active();
    for (let minute = 0; minute < 11; minute += 1) {
      wait(1);
      teller.active();
    }
    expect(told).toEqual(['0 online', '5 online', '10 online']);
  });

  test('is away after five idle minutes, and goes on saying that they are', () => {
    const { told, teller, wait } = watched();
    teller.active();
    wait(11);
    expect(told).toEqual(['0 online', '5 away', '10 away']);
  });

  test('is back at once', () => {
    const { told, teller, wait } = watched();
    teller.active();
    wait(6);
    teller.active();
    expect(told.at(-1)).toBe('6 online');
  });

  test('is not away while they are busy in another tab', () => {
    const { told, teller, wait } = watched();
    teller.active();
    wait(4);
    teller.active(4 * 60_000);
    wait(3);
    expect(told.filter((text) => text.endsWith('away'))).toEqual([]);
  });

  test('is away to a new connection too, which counts as online until then', () => {
    const { told, teller, wait } = watched();
    teller.active();
    wait(6);
    teller.startOver();
    expect(told.slice(-2)).toEqual(['5 away', '6 away']);
  });
});
