import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Figure, percentile } from '../figures.ts';
import { browserOf, paintedAt, scrolledUp } from './browser.ts';
import { sentence } from './hearing.ts';
import type { Colleague } from './seed.ts';

const scrollSeconds = 10;
const opened = 5;
/** Somebody who writes takes longer; what the last message set off has its time. */
const writingMs = 500;

/** One reads and the other writes, each in a browser of their own, in the built app. */
export async function onScreen(
  [one, other]: readonly [Colleague, Colleague],
  { roomId, messages, sent }: { roomId: string; messages: number; sent: number },
): Promise<Figure[]> {
  const [reader, writer] = [await browserOf(one), await browserOf(other)];
  const newest = `article[data-seq="${messages}"]`;
  const opening: number[] = [];
  for (let n = 0; n < opened; n += 1) opening.push(await gone(reader.page, `/chat/${roomId}`, newest));
  const { frames, px } = await scrolledUp(reader.page, scrollSeconds);
  await gone(reader.page, `/chat/${roomId}`, newest);

  await gone(writer.page, `/chat/${roomId}`, newest);
  const fresh = await sentToPainted(writer.page, reader.page, sent);
  const toFirst = await gone(reader.page, `/chat/${roomId}?at=1`, 'article[data-seq="1"]');
  const toNewest = reader.page.getByRole('button', { name: /To the newest|new message/ });
  await toNewest.click();
  const { frames: within } = await scrolledUp(reader.page, scrollSeconds);
  await toNewest.click();
  const full = await sentToPainted(writer.page, reader.page, sent);
  await Promise.all([reader.close(), writer.close()]);

  return [
    { what: `opened by its address, app and all, ${opened} times: median`, value: percentile(opening, 50), unit: 'ms' },
    ...frameFigures(`scrolled back by ${Math.round(px).toLocaleString('en')} px`, frames),
    { what: 'from Enter to painted for the other: p95', ...painted(fresh) },
    { what: '  p50', value: percentile(fresh, 50), unit: 'ms' },
    { what: 'gone to the first message by its address', value: toFirst, unit: 'ms' },
    ...frameFigures('scrolled with all of them in the page', within),
    { what: 'from Enter to painted with all of them in the page: p95', ...painted(full) },
    { what: '  p50', value: percentile(full, 50), unit: 'ms' },
  ];
}

const painted = (delays: readonly number[]) =>
  ({ value: percentile(delays, 95), unit: 'ms', goal: { atMost: 100 } }) as const;

const frameFigures = (what: string, frames: readonly number[]): Figure[] => [
  { what: `${what}: frame, p95`, value: percentile(frames, 95), unit: 'ms', goal: { atMost: 20 } },
  {
    what: '  frames over 34 ms',
    value: (100 * frames.filter((ms) => ms > 34).length) / frames.length,
    unit: '%',
    goal: { atMost: 1 },
  },
  { what: '  the longest', value: Math.max(...frames), unit: 'ms' },
];

/** Until an element of the page is painted. */
async function gone(page: Page, address: string, selector: string): Promise<number> {
  const begun = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  return (await paintedAt(page, selector)) - begun;
}

/** From the press of Enter in one browser to the frame of the other that shows it. */
async function sentToPainted(writer: Page, reader: Page, times: number): Promise<number[]> {
  const delays: number[] = [];
  const field = writer.getByRole('textbox', { name: /^Write to/ });
  await field.evaluate((element) =>
    element.addEventListener('keydown', () => (element.dataset['pressedAt'] = String(Date.now())), true),
  );
  for (let n = 0; n < times; n += 1) {
    const text = `${crypto.randomUUID()} ${sentence}`;
    await field.fill(text);
    await wait(writingMs);
    const seen = paintedAt(reader, '[role=log] article', text);
    await field.press('Enter');
    delays.push((await seen) - Number(await field.getAttribute('data-pressed-at')));
  }
  return delays;
}
