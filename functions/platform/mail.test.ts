import { expect, test } from 'vitest';
import { newEmail } from '#functions/testing/people.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { bodyOf, mailAnswers, sendMail } from './mail.ts';

test(
  'a mail arrives as text and as HTML',
  withCrm(async (crm) => {
    await mailAnswers();
    const to = newEmail();
    await sendMail({ to, subject: 'Håndlaget', ...bodyOf(['One', 'Two']) });
    const [mail] = await crm.mailTo(to);
    expect(mail).toMatchObject({ subject: 'Håndlaget', text: expect.stringMatching(/One\s+Two/) });
    expect(mail!.html).toContain('<p>One</p>');
  }),
);

test('what people typed cannot become markup', () => {
  expect(bodyOf([`Tom & "Jerry's" <b>`]).html).toBe('<p>Tom &amp; &quot;Jerry&#39;s&quot; &lt;b&gt;</p>');
});

test('only our own kind of address becomes a link', () => {
  expect(bodyOf(['https://crm.example/invite/abc']).html).toContain('<a href="https://crm.example/invite/abc">');
  expect(bodyOf(['javascript:alert(1)']).html).not.toContain('<a');
});
