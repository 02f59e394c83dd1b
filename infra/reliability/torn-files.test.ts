import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chance } from './chance.ts';
import { stores } from './kept-stores.ts';

// Seen to fail with a plain `new DatabaseSync` (a file cut to nothing was opened as an empty one).

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'torn-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const acknowledged = 20;

describe.each(stores)('$name', ({ file, open }) => {
  const places = (folder: string) => [join(folder, file), join(folder, `${file}-wal`)] as const;

  /** The folder as a kill leaves it, at two moments: after the last acknowledged write, and after one more. */
  function killedImage() {
    const store = open(join(dir, 'running'));
    const [from, fromLog] = places(join(dir, 'running'));
    for (let at = 0; at < acknowledged; at += 1) store.write(at);
    const safe = statSync(fromLog).size;
    store.write(acknowledged);
    const main = readFileSync(from);
    const log = readFileSync(fromLog);
    store.close();
    const whole = readFileSync(from);
    return { main, log, safe, whole };
  }

  function reopen(main: Buffer, log: Buffer | null): number {
    const folder = mkdtempSync(join(dir, 'again-'));
    const [to, toLog] = places(folder);
    writeFileSync(to, main);
    if (log) writeFileSync(toLog, log);
    const store = open(folder);
    const count = store.count();
    store.write(1000);
    expect(store.count()).toBe(count + 1);
    store.close();
    return count;
  }

  test('a last record torn at any place costs nothing that was acknowledged', () => {
    const { main, log, safe } = killedImage();
    const random = chance(5);
    for (let length = safe; length <= log.length; length += 997) {
      expect(reopen(main, log.subarray(0, length))).toBe(acknowledged);
      const garbled = Buffer.from(log);
      for (let at = length; at < garbled.length; at += 1) garbled[at] = random.between(0, 256);
      expect(reopen(main, garbled)).toBeGreaterThanOrEqual(acknowledged);
    }
    expect(reopen(main, log)).toBe(acknowledged + 1);
  });

  test('a kill while the log is copied into the file costs nothing: the log still has all of it', () => {
    const { main, log, whole } = killedImage();
    for (let length = main.length; length <= whole.length; length += 8009) {
      const halfCopied = Buffer.concat([whole.subarray(0, length), main.subarray(length)]);
      expect(reopen(halfCopied, log)).toBe(acknowledged + 1);
    }
  });

  test('a file that was cut is refused by its name and left as it is', () => {
    const { whole, log, main } = killedImage();
    const cuts = [0, 1, 15, 99, 100, 511, 4095, 4096, Math.floor(whole.length / 2), whole.length - 1];
    for (const length of cuts) {
      const folder = mkdtempSync(join(dir, 'cut-'));
      const [at] = places(folder);
      writeFileSync(at, whole);
      truncateSync(at, length);
      expect(() => open(folder), `cut to ${length}`).toThrow(`${at} is damaged`);
      expect(readFileSync(at)).toEqual(whole.subarray(0, length));
    }
    for (const length of [0, 1, 99]) {
      const folder = mkdtempSync(join(dir, 'cut-'));
      const [at, logAt] = places(folder);
      writeFileSync(at, main.subarray(0, length));
      writeFileSync(logAt, log);
      expect(() => open(folder), `cut to ${length} beside its log`).toThrow(`${at} is damaged`);
      expect(readFileSync(logAt)).toEqual(log);
    }
  });

  test('a file that is gone while its log is there is refused; an empty folder is a beginning', () => {
    const { log } = killedImage();
    const folder = mkdtempSync(join(dir, 'gone-'));
    const [at, logAt] = places(folder);
    writeFileSync(logAt, log);
    expect(() => open(folder)).toThrow(`${at} is damaged`);
    expect(existsSync(at)).toBe(false);

    const empty = open(join(dir, 'empty'));
    expect(empty.count()).toBe(0);
    empty.close();
  });

  test('something else in its place is refused', () => {
    const folder = mkdtempSync(join(dir, 'other-'));
    const [at] = places(folder);
    copyFileSync(import.meta.filename, at);
    expect(() => open(folder)).toThrow(`${at} is damaged`);
  });
});
