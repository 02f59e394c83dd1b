import { describe, expect, test } from 'vitest';
import { everyRoute } from './contract.ts';
import { type Pace, paceOf } from './kernel/pace.ts';

const of = (pace: Pace) => everyRoute.filter(({ route }) => paceOf(route) === pace);
const namesOf = (pace: Pace): string[] => of(pace).map(({ name }) => name);

describe('F043 every route is held back', () => {
  test('but for those that prove themselves by a signature', () => {
    expect(namesOf('webhook')).toEqual(['realtime-events', 'payments-webhook']);
  });

  test('by what it does: what opens a session is a way in, what anybody may ask is counted for each network', () => {
    const open = everyRoute.filter(({ route }) => route.access === 'public' && route.from !== 'webhook');
    expect(open.map(({ route }) => paceOf(route))).toEqual(open.map(({ route }) => route.limit ?? 'public'));
    expect(namesOf('ways-in')).toContain('accounts-sign-in');
    expect(namesOf('public')).toContain('workspaces-at-address');
  });

  test('and reading is a GET, writing is not', () => {
    expect(of('read').filter(({ route }) => route.method !== 'GET')).toEqual([]);
    expect(of('write').filter(({ route }) => route.method === 'GET')).toEqual([]);
  });

  test.each([
    /-export(-xlsx)?$/,
    /-(csv|xlsx|pdf)$/,
    /^reports-/,
    /-rebuild$/,
    /^imports-(start|map|run|undo)$/,
    /-bulk$/,
    /-add-to-/,
  ])('and what makes the server work for long is heavy: %s', (name) => {
    const found = everyRoute.filter((one) => name.test(one.name) && one.name !== 'segments-rebuild');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ route }) => paceOf(route) !== 'heavy').map((one) => one.name)).toEqual([]);
  });

  test('and whatever takes more than a form or sends a file is heavy', () => {
    const large = everyRoute.filter(({ route }) => route.access !== 'public' && (route.raw || route.maxBytes));
    expect(large.filter(({ route }) => paceOf(route) !== 'heavy').map(({ name }) => name)).toEqual([]);
  });
});
