import { expect, test } from 'vitest';
import { mailerOf } from '#functions/platform/mail.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { securityEvents, securityMail } from './security-mail.ts';
import { tellOwner } from './tell-owner.ts';

const at = new Date('2026-11-21T09:00:00Z');

test.each(securityEvents)('ASVS 6.3.7 the mail about %s says what, when, and what to do if it was not you', (event) => {
  const { to, subject, text, html } = securityMail('dipika@example.com', { event, detail: 'Google', at });
  expect([to, subject]).toEqual(['dipika@example.com', expect.stringMatching(/\w/)]);
  for (const words of ['Sat, 21 Nov 2026 09:00:00 GMT', '/reset', 'Such mails cannot be switched off.']) {
    expect(text).toContain(words);
    expect(html).toContain(words);
  }
  expect(`${subject}${text}`).not.toMatch(/undefined|\[object/);
});

test('what was done stays done when the owner cannot be told, and the failure is reported', async () => {
  const reported: unknown[] = [];
  const broken = { send: () => Promise.reject(new Error('No mail server')), answers: async () => undefined };
  const ground = { sendMail: mailerOf((error) => void reported.push(error), broken), now: () => at };
  expect(await refusalOf(tellOwner(ground, { to: 'dipika@example.com', event: 'password-changed' }))).toBeNull();
  expect(reported).toEqual([new Error('No mail server')]);
});
