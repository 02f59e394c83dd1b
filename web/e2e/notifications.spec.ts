import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { pushBrowser } from '#infra/local/push/browser.ts';
import { mailTo } from '#infra/people/person.ts';
import { acceptInvitation, fresh, openBusiness, origin, signUpCustomer } from './people.ts';

const settings = (): Record<string, string> => JSON.parse(process.env['STARONE_SETTINGS']!) as Record<string, string>;

/** What a page of the person may ask of the API itself. */
const ask = (page: Page, path: string, init: { method: string; body: unknown } | null = null): Promise<unknown> =>
  page.evaluate(
    async ([path, init]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(
        `/api/${path}`,
        init ? { method: init.method, headers, body: JSON.stringify(init.body) } : {},
      );
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return response.status === 204 ? null : response.json();
    },
    [path, init] as const,
  );

/** The wait of ten minutes is over, for this mail alone. */
const sendMailNow = (workspaceId: string, memberId: string): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['infra/people/mail-now.ts', workspaceId, memberId], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...settings() },
  });

/** The page's real service worker, and the way the browser's own push service hands it a message. */
async function serviceWorkerOf(page: Page): Promise<{ hand: (data: string) => Promise<unknown> }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = Promise.withResolvers<string>();
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    if (registrations[0]) registered.resolve(registrations[0].registrationId);
  });
  await session.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered.promise;
  return {
    hand: (data) => session.send('ServiceWorker.deliverPushMessage', { origin: origin(), registrationId, data }),
  };
}

/** What TypeScript's library for pages leaves out. */
type ServiceWorkerScope = {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (kind: string, init: { notification: Notification | undefined }) => Event;
};

/** Signed up, verified, and their task given to an employee; the room lies open in nobody's browser but the customer's. */
async function atWork(browser: import('@playwright/test').Browser) {
  const [adminBrowser, customerBrowser, employeeBrowser] = [
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext({ permissions: ['notifications'] }),
  ];
  const email = { admin: `${fresh('ines')}@example.com`, employee: `${fresh('tomas')}@example.com` };
  const { page: admin, slug } = await openBusiness(adminBrowser, { name: fresh('Marlow Street'), email: email.admin });
  const customer = await signUpCustomer(customerBrowser, slug, {
    name: 'Dipika Sarraf',
    email: `${fresh('dipika')}@example.com`,
    task: 'Ring resize, N to P',
  });
  await admin.getByRole('button', { name: 'VERIFY Dipika Sarraf' }).click();
  await expect(customer).toHaveURL(/\/portal$/);
  await ask(admin, 'invitations', { method: 'POST', body: { email: email.employee, role: 'employee' } });
  const employee = await acceptInvitation(employeeBrowser, { name: 'Tomas Abara', email: email.employee });
  return { admin, customer, employee, email };
}

test('F192, F259 to F261 a mention rings in the other browser, is mailed, and is pushed to a real service worker', async ({
  browser,
}) => {
  const { admin, customer, employee, email } = await atWork(browser);
  const me = (await ask(employee, 'me')) as { member: { id: string }; workspace: { id: string } };
  const { items } = (await ask(admin, 'tasks')) as { items: { id: string; title: string; version: string }[] };
  const [task] = items;

  // F259: being given a task rings at once, in a browser that was not touched.
  const assignment = { employeeId: me.member.id, version: task!.version };
  await ask(admin, `tasks/${task!.id}/assign`, { method: 'POST', body: assignment });
  const bell = employee.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');
  await expect(employee).toHaveTitle(/^\(1\) /);
  await expect(employee.getByText(/assigned this task to you/).first()).toBeVisible();
  await ask(employee, 'notifications/read', { method: 'POST', body: {} });
  await expect(bell).toHaveAccessibleName('Notifications');

  // F261: headless Chromium has no push service, so a browser is played for the server, and only what comes is real.
  const played = pushBrowser(settings()['PUSH_HOSTS']!.split(',')[0]!);
  await ask(employee, 'notifications/push', { method: 'PUT', body: played.subscription });

  await customer.getByRole('link', { name: 'My tasks', exact: true }).click();
  await customer.getByRole('link', { name: task!.title }).first().click();
  const field = customer.getByRole('textbox', { name: /^Write to/ });
  await field.pressSequentially('@Tom');
  await customer.getByRole('option', { name: /Tomas Abara/ }).click();
  await field.pressSequentially('is the claw safe?');
  await customer.keyboard.press('Enter');
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');

  // Whoever sits there is pushed to only when they have not looked after ten seconds.
  await expect.poll(async () => (await played.received()).length, { timeout: 60_000 }).toBe(1);
  const [message] = await played.received();
  const pushed = played.read(message!) as { title: string; body: string; url: string; tag: string };
  expect(pushed).toMatchObject({ title: task!.title, url: `/tasks/${task!.id}`, tag: task!.id });
  expect(pushed.body).toContain('is the claw safe?');

  // F260: still unread, it is mailed, with the way to it.
  await sendMailNow(me.workspace.id, me.member.id);
  const mail = await mailTo(process.env['STARONE_MAIL']!, email.employee, ({ subject }) =>
    subject.includes('mentioned'),
  );
  expect(mail.text).toContain(`${origin()}/tasks/${task!.id}`);

  // A click leads to the record, and reads it.
  await bell.click();
  await employee.getByRole('list', { name: 'Notifications' }).getByRole('link').first().click();
  await expect(employee).toHaveURL(new RegExp(`/tasks/${task!.id}`));
  await expect(employee.getByRole('log').getByText(/is the claw safe\?/)).toBeVisible();
  await expect(bell).toHaveAccessibleName('Notifications');

  const worker = await serviceWorkerOf(employee);
  await worker.hand(JSON.stringify(pushed));
  const shown = () =>
    employee.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
    });
  await expect.poll(shown).toEqual([{ title: pushed.title, body: pushed.body, tag: pushed.tag }]);
  // The same record again takes the place of the first.
  await worker.hand(JSON.stringify({ ...pushed, body: 'Another word' }));
  await expect.poll(shown).toEqual([{ title: pushed.title, body: 'Another word', tag: pushed.tag }]);

  // A click on it leads the page that is open there.
  const click = async () => {
    const [scope] = employee.context().serviceWorkers();
    await scope!.evaluate(async () => {
      const { registration, NotificationEvent } = globalThis as unknown as ServiceWorkerScope;
      const [notification] = await registration.getNotifications();
      dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    });
  };
  await employee.goBack();
  await expect(employee).not.toHaveURL(/\/tasks\//);
  await click();
  await expect(employee).toHaveURL(new RegExp(`/tasks/${task!.id}`));
});
