import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { memberRoutes } from '#domain/members/routes.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { pushBrowser } from '#infra/local/push/browser.ts';
import { mailTo } from '#infra/people/person.ts';
import { origin } from './people.ts';
import { openShop } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

const settings = (): Record<string, string> => JSON.parse(process.env['STARONE_SETTINGS']!) as Record<string, string>;

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

test('F192, F259 to F261 a mention rings in the other browser, is mailed, and is pushed to a real service worker', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShop();
  const { person } = tomas;
  const { member, workspace } = await person.call(memberRoutes.me);
  const employee = await signedIn(browser, person, '/home');
  await employee.context().grantPermissions(['notifications']);
  // Shown before the first news come, or the bell would begin with them.
  await expect(employee.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();

  // F259: being given a task rings at once, in a browser that was not touched.
  const assignment = { employeeId: tomas.id, version: task.version };
  await ines.call(taskRoutes.assign, { params: { taskId: task.id }, body: assignment });
  const bell = employee.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');
  await expect(employee).toHaveTitle(/^\(1\) /);
  await expect(employee.getByText(/assigned this task to you/).first()).toBeVisible();
  await person.call(notificationRoutes.read, { body: {} });
  await expect(bell).toHaveAccessibleName('Notifications');

  // F261: headless Chromium has no push service, so a browser is played for the server, and only what comes is real.
  const played = pushBrowser(settings()['PUSH_HOSTS']!.split(',')[0]!);
  await person.call(notificationRoutes.subscribe, { body: played.subscription });

  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
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
  expect(pushed).toMatchObject({ title: task.title, url: `/tasks/${task.id}`, tag: task.id });
  expect(pushed.body).toContain('is the claw safe?');

  // F260: still unread, it is mailed, with the way to it.
  await sendMailNow(workspace.id, member.id);
  const mail = await mailTo(process.env['STARONE_MAIL']!, member.email, ({ subject }) => subject.includes('mentioned'));
  expect(mail.text).toContain(`${origin()}/tasks/${task.id}`);

  // A click leads to the record, and reads it.
  await bell.click();
  await employee.getByRole('list', { name: 'Notifications' }).getByRole('link').first().click();
  await expect(employee).toHaveURL(new RegExp(`/tasks/${task.id}`));
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
  await expect(employee).toHaveURL(new RegExp(`/tasks/${task.id}`));
});
