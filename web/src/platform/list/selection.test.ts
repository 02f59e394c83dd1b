import { describe, expect, test } from 'vitest';
import { extend, loadedState, nothing, type Selection, toggle, toggleLoaded } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const picked = (selection: Selection) => [...selection.ids];

describe('a selection', () => {
  test('takes a row in and out', () => {
    const one = toggle(nothing, 'b');
    expect(picked(one)).toEqual(['b']);
    expect(picked(toggle(one, 'b'))).toEqual([]);
  });

  test.each([
    ['down', 'b', 'd', ['b', 'c', 'd']],
    ['up', 'd', 'b', ['d', 'b', 'c']],
    ['to itself', 'c', 'c', ['c']],
  ])('grows %s to a range', (_, from, to, expected) => {
    expect(picked(extend(toggle(nothing, from), to, order))).toEqual(expected);
  });

  test('a range without a beginning is one row', () => {
    expect(picked(extend(nothing, 'c', order))).toEqual(['c']);
  });

  test('a second range begins where the first did', () => {
    const first = extend(toggle(nothing, 'c'), 'd', order);
    expect(picked(extend(first, 'a', order)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('of all loaded rows is taken back by the same box', () => {
    const all = toggleLoaded(toggle(nothing, 'a'), order);
    expect(picked(all)).toEqual(order);
    expect(toggleLoaded(all, order)).toBe(nothing);
  });

  test('of all that match begins anew with the row that is clicked', () => {
    expect(toggle({ ...nothing, isAll: true }, 'b')).toEqual({ ids: new Set(['b']), isAll: false, anchor: 'b' });
  });

  test.each([
    ['none', []],
    ['some', ['a']],
    ['all', order],
  ] as const)('says %s of the loaded rows', (expected, ids) => {
    expect(loadedState({ ...nothing, ids: new Set(ids) }, order)).toBe(expected);
  });
});
