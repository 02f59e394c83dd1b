import { expect, test } from 'vitest';
import { newEmail } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { letterOf } from './letter.ts';
import { mailAnswers, mailerOf } from './mail.ts';

const fail = (error: unknown): void => {
  throw error;
};
const letter = (to: string) =>
  letterOf({
    to,
    subject: 'Håndlaget',
    sender: 'Marlow Street',
    paragraphs: ['It is ready.'],
    button: { label: 'See it', address: 'http://localhost:4280/tasks/1?from=mail&by=us' },
    why: 'You asked for it.',
  });

test(
  'a mail arrives as text and as HTML, each with the business, the words, the address and why it came',
  withCrm(async (crm) => {
    await mailAnswers();
    const to = newEmail();
    await mailerOf(fail)(letter(to));
    const [mail] = await crm.mailTo(to);
    expect(mail!.subject).toBe('Håndlaget');
    expect(mail!.text.trim().split(/\n\n|\r\n\r\n/)).toEqual([
      'Marlow Street',
      'It is ready.',
      expect.stringMatching(/^See it:\s+http:\/\/localhost:4280\/tasks\/1\?from=mail&by=us$/),
      expect.stringMatching(/^--\s+You asked for it\.$/),
    ]);
    for (const words of ['Marlow Street', 'It is ready.', 'You asked for it.', '>See it</a>'])
      expect(mail!.html).toContain(words);
    expect(mail!.html).toContain('href="http://localhost:4280/tasks/1?from=mail&amp;by=us"');
  }),
);

test('what people typed cannot become markup, wherever in the mail it stands', () => {
  const typed = `Tom & "Jerry's" <img src=x>`;
  const safe = 'Tom &amp; &quot;Jerry&#39;s&quot; &lt;img src=x&gt;';
  const { html } = letterOf({ to: 'a@example.com', subject: typed, sender: typed, paragraphs: [typed], why: typed });
  expect(html).not.toContain('<img');
  expect(html.split(safe)).toHaveLength(5);
});

test('a mail that cannot be sent is reported, and whoever asked for it hears that it can be tried again', async () => {
  const reported: unknown[] = [];
  const broken = { send: () => Promise.reject(new Error('No mail server')), answers: async () => undefined };
  const send = mailerOf((error) => void reported.push(error), broken);
  expect(await refusalOf(send(letter('a@example.com')))).toMatchObject({ status: 503, type: '/problems/unavailable' });
  expect(reported).toEqual([new Error('No mail server')]);
});
