import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import webPush from 'web-push';
import { pushBrowser } from './browser.ts';
import { startPush } from './server.ts';
import { pushSettings } from './settings.ts';

let push: Awaited<ReturnType<typeof startPush>>;
beforeAll(async () => {
  push = await startPush({ port: 0 });
});
afterAll(() => push.close());

const pair = () => {
  const settings = pushSettings(push.url);
  return {
    subject: settings['PUSH_SUBJECT']!,
    publicKey: settings['PUSH_PUBLIC_KEY']!,
    privateKey: settings['PUSH_PRIVATE_KEY']!,
  };
};

async function send(browser: ReturnType<typeof pushBrowser>, change: Record<string, string> = {}): Promise<number> {
  const request = webPush.generateRequestDetails(browser.subscription, 'a "secret"', { vapidDetails: pair() });
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(change)) headers.set(name, value);
  headers.delete('content-length');
  const response = await fetch(request.endpoint, { method: 'POST', headers, body: new Uint8Array(request.body ?? []) });
  return response.status;
}

test('F261 takes what web-push encrypts, cannot read it, and its browser can', async () => {
  const browser = pushBrowser(push.url);
  const request = webPush.generateRequestDetails(browser.subscription, '{"title":"Ring"}', { vapidDetails: pair() });
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, value]);
  const options = { method: 'POST', headers: headers.filter(([name]) => name !== 'Content-Length') };
  expect((await fetch(request.endpoint, { ...options, body: new Uint8Array(request.body ?? []) })).status).toBe(201);

  const [message] = await browser.received();
  expect(Buffer.from(message!.body, 'base64url').toString()).not.toContain('Ring');
  expect(browser.read(message!)).toEqual({ title: 'Ring' });
  expect(await pushBrowser(push.url).received()).toEqual([]);
});

describe('refuses', () => {
  test.each([
    ['no TTL', { ttl: '' }, 400],
    ['what is not encrypted', { 'content-encoding': 'identity' }, 415],
    ['nobody’s message', { authorization: 'Bearer abc' }, 401],
    ['a token without a signature', { authorization: 'vapid t=e30.e30.AA, k=AA' }, 403],
  ])('%s', async (_, change, status) => {
    expect(await send(pushBrowser(push.url), change)).toBe(status);
  });

  test('a token that somebody else signed', async () => {
    const browser = pushBrowser(push.url);
    const other = webPush.generateVAPIDKeys();
    const { headers } = webPush.generateRequestDetails(browser.subscription, 'x', { vapidDetails: pair() });
    const authorization = headers['Authorization']!.replace(/k=.*/, `k=${other.publicKey}`);
    expect(await send(browser, { authorization })).toBe(403);
  });

  test('a browser that left', async () => {
    const browser = pushBrowser(push.url);
    await browser.leave();
    expect(await send(browser)).toBe(410);
  });
});
