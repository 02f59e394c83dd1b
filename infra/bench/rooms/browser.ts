import { chromium, type Page } from '@playwright/test';
import type { Colleague } from './seed.ts';

/** A browser of its own in which somebody is signed in. */
export async function browserOf({ person }: Colleague) {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: person.origin });
  // The cookie may only be set by https; a browser takes this machine for as good.
  const url = `https://${new URL(person.origin).hostname}/`;
  const cookies = person.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url, secure: true };
  });
  await context.addCookies(cookies);
  return { page: await context.newPage(), close: () => browser.close() };
}

/** Resolves with the moment at which an element was painted that fits the selector and holds the text. */
export const paintedAt = (page: Page, selector: string, text = ''): Promise<number> =>
  page.evaluate(
    ([wanted, words]) =>
      new Promise<number>((resolve) => {
        const isThere = () =>
          [...document.querySelectorAll(wanted)].slice(-5).some((element) => element.textContent.includes(words));
        const observer = new MutationObserver(() => look());
        const look = () => {
          if (!isThere()) return;
          observer.disconnect();
          // The task after the next frame: by then it is painted.
          requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        };
        observer.observe(document, { childList: true, subtree: true });
        look();
      }),
    [selector, text] as const,
  );

/** The length of each frame while the log is scrolled up by a quick hand, and how many messages were passed. */
export const scrolledUp = (page: Page, seconds: number): Promise<{ frames: number[]; px: number }> =>
  page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const log = document.querySelector('[role=log]')!;
        const frames: number[] = [];
        let last = performance.now();
        const end = last + ms;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          log.scrollTop -= 60;
          if (now < end) requestAnimationFrame(frame);
          else resolve({ frames: frames.slice(1), px: -log.scrollTop });
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
