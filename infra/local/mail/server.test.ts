import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Message, openMailStore } from './mail-store.ts';
import { type LocalMail, startMail } from './server.ts';

let dir: string;
let mail: LocalMail;

const start = () => startMail({ smtpPort: 0, httpPort: 0, dir });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
  mail = await start();
});
afterEach(async () => {
  await mail.close();
  await rm(dir, { recursive: true });
});

const letter = {
  from: 'StarOne <hello@starone.example>',
  to: 'ada@example.com',
  subject: 'Your code',
  text: 'Code: 123456',
};
const send = (change: Partial<typeof letter> & { html?: string } = {}) =>
  createTransport(mail.smtpUrl).sendMail({ ...letter, ...change });
const messages = async (query = ''): Promise<Message[]> =>
  (await (await fetch(`${mail.url}/messages${query}`)).json()) as Message[];
const page = async (path: string): Promise<string> => (await fetch(mail.url + path)).text();

test('a sent mail can be read as JSON at once', async () => {
  await send({ html: '<p>Code: <b>123456</b></p>' });
  expect(await messages()).toEqual([
    {
      id: 1,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      from: 'StarOne <hello@starone.example>',
      to: ['ada@example.com'],
      subject: 'Your code',
      text: 'Code: 123456',
      html: '<p>Code: <b>123456</b></p>',
      attachments: [],
    },
  ]);
});

test('an inbox holds only its own address, newest first, in any case of letters', async () => {
  await send({ subject: 'first' });
  await send({ subject: 'second', to: 'Ada@Example.com, bob@example.com' });
  await send({ subject: 'third', to: 'bob@example.com' });
  expect((await messages('?to=ADA@example.com')).map(({ subject }) => subject)).toEqual(['second', 'first']);
  expect((await messages('?to=nobody@example.com')).map(({ subject }) => subject)).toEqual([]);
});

const long = 'नमस्ते, આપનું સ્વાગત છે. '.repeat(12).trim();

test.each([
  ['plain', 'Hello', 'Hello'],
  ['accents and equals signs', 'Grüße = 100 %', 'a=b\nÜber\n.dot at the start'],
  ['Indian scripts, folded over several lines', long, long],
  ['a line that is folded between words', 'Long', 'Grüße, and on it goes. '.repeat(20).trim()],
  ['emoji', '🎉 Paid', '🎉 '.repeat(50).trim()],
  ['a line longer than SMTP allows', 'Long', 'x'.repeat(3000)],
])('text survives the way: %s', async (_, subject, text) => {
  await send({ subject, text, html: `<p>${text}</p>` });
  expect((await messages())[0]).toMatchObject({ subject, text, html: `<p>${text}</p>` });
});

test('an attachment does not hide the text, is named beside it, and is fetched byte by byte', async () => {
  const content = Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256));
  const attachments = [{ filename: 'R-000412.pdf', content, contentType: 'application/pdf' }];
  await createTransport(mail.smtpUrl).sendMail({ ...letter, html: '<i>hi</i>', attachments });
  expect((await messages())[0]).toMatchObject({
    text: 'Code: 123456',
    html: '<i>hi</i>',
    attachments: [{ fileName: 'R-000412.pdf', type: 'application/pdf', bytes: 512 }],
  });
  expect(await page('/mail/1')).toContain('<a href="/mail/1/attachments/0">R-000412.pdf</a>');
  const fetched = await fetch(`${mail.url}/mail/1/attachments/0`);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(content);
  expect((await fetch(`${mail.url}/mail/1/attachments/1`)).status).toBe(404);
});

test('mail is still there after a restart', async () => {
  await send();
  await mail.close();
  mail = await start();
  expect(await messages()).toHaveLength(1);
});

test('mail is still there when the mailbox was killed right after it said yes', async () => {
  const other = await mkdtemp(join(tmpdir(), 'mail-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/child.ts'), other], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [smtpUrl] = (await once(createInterface(child.stdout), 'line')) as [string];
  await createTransport(smtpUrl).sendMail(letter);
  process.kill(Number(child.pid), 'SIGKILL');
  await once(child, 'exit');

  const store = openMailStore(other);
  expect(store.list('ada@example.com').map(({ subject }) => subject)).toEqual(['Your code']);
  store.close();
  await rm(other, { recursive: true });
});

test('a port in use is an error, and the other port is free again', async () => {
  const smtpPort = Number(new URL(mail.smtpUrl).port);
  const other = await mkdtemp(join(tmpdir(), 'mail-'));
  await expect(startMail({ smtpPort, httpPort: 0, dir: other })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await rm(other, { recursive: true });
});

test('clearing leaves nothing', async () => {
  await send();
  expect((await fetch(`${mail.url}/messages`, { method: 'DELETE' })).status).toBe(204);
  expect(await messages()).toEqual([]);
});

test('an address in a text is a link, without the full stop after it', async () => {
  await send({ text: 'Open https://starone.example/invite/a?b=1&c=2. Or <not>.' });
  const message = await page('/mail/1');
  expect(message).toContain('<a href="https://starone.example/invite/a?b=1&amp;c=2">');
  expect(message).toContain('</a>. Or &lt;not&gt;.');
});

test('the page lists mail and shows one, without running what it says', async () => {
  await send({ subject: '<script>alert(1)</script>', html: '<a href="https://example.com/">go</a>' });
  expect(await page('/')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const message = await page('/mail/1');
  expect(message).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(message).toContain('&lt;a href=&quot;https://example.com/&quot;&gt;go&lt;/a&gt;');
  expect((await fetch(`${mail.url}/mail/99`)).status).toBe(404);
});

describe('a fault a test asks for', () => {
  test.each([451, 550])('%i refuses the next message, and keeps nothing of it', async (status) => {
    mail.faults.add({ status, times: 1 });
    await expect(send()).rejects.toMatchObject({ responseCode: status });
    await send({ subject: 'Again' });
    expect((await messages()).map(({ subject }) => subject)).toEqual(['Again']);
  });

  test('makes a message late, asked for by another process', async () => {
    const control = (faults: object[]) =>
      fetch(`${mail.url}/_control`, { method: 'POST', body: JSON.stringify({ faults }) });
    await control([{ delayMs: 30 }]);
    const startedAt = performance.now();
    await send();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29);
    await control([]);
    expect(await messages()).toHaveLength(1);
    expect(mail.faults.met()).toBe(1);
  });
});
