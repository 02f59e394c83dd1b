import { describe, expect, test } from 'vitest';
import { askAnew, countsOf, emptyKeyset, isWhole, type Keyset, pagesOf, placePage } from './keyset.ts';

const page = (items: string, nextCursor: string | null = null) => ({ items: Array.from(items), nextCursor });
const text = ({ rows }: Keyset<string>) => rows.join('');
const two = placePage(placePage(emptyKeyset<string>('k'), 0, page('abc', 'c')), 1, page('def', 'f'));

describe('a list that comes in pages', () => {
  test('puts one behind the other, and knows when it is whole', () => {
    expect(text(two)).toBe('abcdef');
    expect(isWhole(two)).toBe(false);
    const three = placePage(two, 2, page('g'));
    expect(text(three)).toBe('abcdefg');
    expect(isWhole(three)).toBe(true);
    expect(countsOf(three)).toEqual({ loaded: 7, shown: 7 });
  });

  test('has room for rows to come until it is whole', () => {
    expect(countsOf(two)).toEqual({ loaded: 6, shown: 56 });
  });

  test('that came again alike is the same', () => {
    const again = page('abc', 'c');
    const once = placePage(two, 0, again);
    expect(placePage(once, 0, again)).toBe(once);
    expect(once.links).toHaveLength(3);
  });

  test('asks for what follows anew when a page ends elsewhere, and shows the old rows meanwhile', () => {
    const inserted = placePage(two, 0, page('xab', 'b'));
    expect(text(inserted)).toBe('xabdef');
    expect(inserted.links.map(({ cursor }) => cursor)).toEqual([undefined, 'b']);
    expect(text(placePage(inserted, 1, page('cde', 'e')))).toBe('xabcde');
  });

  test('that became shorter leaves nothing behind', () => {
    expect(text(placePage(two, 0, page('a')))).toBe('a');
  });

  test('asked anew shows the rows before until the first page is here', () => {
    const asked = askAnew(two, 'other');
    expect(text(asked)).toBe('abcdef');
    expect(text(placePage(asked, 0, page('z')))).toBe('z');
  });

  test.each([
    [{ from: 0, to: 3 }, [0]],
    [{ from: 2, to: 4 }, [0, 1]],
    [{ from: 4, to: 40 }, [1, 2]],
    [{ from: 20, to: 26 }, [2]],
  ])('needs for the rows %o the pages %o', (sight, expected) => {
    expect(pagesOf(two, sight)).toEqual(expected);
  });
});
