import type { Page } from '@playwright/test';
import { type Figure, percentile } from '../figures.ts';

const times = 7;
const rows = 'main table tbody a';

declare global {
  interface Window {
    /** When a key or button was pressed last, in milliseconds since the page began to load. */
    pressed: number;
    /** Resolves with when that was painted which makes this true, on the same clock. */
    paintedAt: (isThere: () => boolean) => Promise<number>;
    rowsPaintedAt: Promise<number>;
  }
}

const watch = (page: Page): Promise<unknown> =>
  page.addInitScript((selector) => {
    for (const kind of ['click', 'keydown'])
      addEventListener(kind, ({ timeStamp }) => (window.pressed = timeStamp), { capture: true });
    window.paintedAt = (isThere) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isThere()) return;
          observer.disconnect();
          // The task after the next frame: by then it is painted, and nothing is in the way of a click.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, characterData: true });
        look();
      });
    window.rowsPaintedAt = window.paintedAt(() => document.querySelector(selector) !== null);
  }, rows);

const sincePressed = async (page: Page, painted: Promise<number>): Promise<number> =>
  (await painted) - (await page.evaluate(() => window.pressed));

async function openList(page: Page): Promise<number> {
  await page.goto('/customers');
  return page.evaluate(() => window.rowsPaintedAt);
}

async function openRecord(page: Page, turn: number): Promise<number> {
  await openList(page);
  const link = page.locator(rows).nth(turn);
  const painted = page.evaluate(
    // The row has the face before the name.
    (row) => window.paintedAt(() => row.endsWith(document.querySelector('main h1')?.textContent || '?')),
    (await link.textContent())!,
  );
  await link.click();
  return sincePressed(page, painted);
}

const names = ['bela', 'carl', 'dina', 'emil', 'frida', 'greta', 'hugo'];

async function search(page: Page, turn: number): Promise<number> {
  await openList(page);
  const name = names[turn % names.length]!;
  const painted = page.evaluate(
    ([selector, words]) =>
      window.paintedAt(() => document.querySelector(selector!)?.textContent.toLowerCase().includes(words!) ?? false),
    [rows, name],
  );
  await page.getByRole('searchbox').pressSequentially(name, { delay: 60 });
  return sincePressed(page, painted);
}

const acts = [
  { what: 'the list of customers: from its address to rows one can click', act: openList, atMost: 500 },
  { what: 'a record: from the click to its name', act: openRecord, atMost: 84 },
  { what: 'a search: from the last key to its first row', act: search, atMost: 250 },
];

/** With the files of the site in the browser's cache, as for everybody who comes a second time. */
export async function moments(page: Page): Promise<Figure[]> {
  await watch(page);
  await openRecord(page, times);
  const figures: Figure[] = [];
  for (const { what, act, atMost } of acts) {
    const took: number[] = [];
    for (let turn = 0; turn < times; turn++) took.push(await act(page, turn));
    figures.push({ what, value: percentile(took, 50), unit: 'ms', goal: { atMost } });
  }
  return figures;
}
