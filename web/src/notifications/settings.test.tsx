import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Locator, page as browser, userEvent } from 'vitest/browser';
import type { Role } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import { defaultSettings } from '#domain/notifications/defaults.ts';
import type { NotificationSettings } from '#domain/notifications/notification.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerProfile } from '#web/testing/profile.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

async function settingsOf(role: Role, publicKey: string | null = null) {
  signedInAs(role);
  answerProfile();
  answer(notificationRoutes.settings, defaultSettings(role));
  answer(notificationRoutes.pushKey, { publicKey });
  const saved: NotificationSettings[] = [];
  answer(notificationRoutes.changeSettings, ({ body }) => {
    saved.push(body);
    return body;
  });
  const page = await renderPage('/profile');
  const part = page.getByRole('region', { name: 'Notifications' });
  await expect.element(part.getByRole('button', { name: 'SAVE' })).toBeVisible();
  return { page, part, saved };
}

describe('F209 the notification settings', () => {
  test.each([
    ['admin', ['New message', 'Somebody waits for verification'], ['Your task moves on']],
    ['employee', ['A task is assigned to you'], ['Somebody waits for verification', 'A customer asks for something']],
    ['customer', ['Your task moves on'], ['A task is assigned to you']],
  ] as const)('of a %s list what comes to that role', async (role, those, others) => {
    const { part } = await settingsOf(role);
    for (const name of those) await expect.element(part.getByRole('rowheader', { name })).toBeVisible();
    for (const name of others) expect(part.getByRole('rowheader', { name }).elements()).toEqual([]);
  });

  test('F259 to F261 are chosen for each kind and way, and saved', async () => {
    const { page, part, saved } = await settingsOf('employee');
    await part.getByRole('checkbox', { name: 'New message: E-mail' }).click();
    await part.getByRole('checkbox', { name: 'New message: Push' }).click();
    await part.getByRole('radio', { name: 'Once an hour' }).click();
    await part.getByRole('switch', { name: /^Quiet hours/ }).click();
    await part.getByLabelText('From').fill('21:30');
    await part.getByRole('button', { name: 'SAVE' }).click();
    await expect.element(page.getByText('Notification settings saved')).toBeVisible();
    const [body] = saved;
    expect(body).toMatchObject({ digest: 'hourly', quietHours: { from: '21:30', to: '07:00' } });
    expect(body!.channels.message).toEqual(['bell', 'email']);
    expect(body!.channels.mention).toEqual(['bell', 'email', 'push']);
  });

  test('say under the field what is wrong with a time', async () => {
    const { part, saved } = await settingsOf('employee');
    await part.getByRole('switch', { name: /^Quiet hours/ }).click();
    await part.getByLabelText('From').fill('');
    await part.getByRole('button', { name: 'SAVE' }).click();
    await expect.element(part.getByText('Please enter a time such as 22:00')).toBeVisible();
    expect(saved).toEqual([]);
  });

  test('keep what was chosen when it cannot be saved', async () => {
    const { part } = await settingsOf('employee');
    answer(notificationRoutes.changeSettings, () => {
      throw problems.unavailable('The database');
    });
    await part.getByRole('checkbox', { name: 'New message: E-mail' }).click();
    await part.getByRole('button', { name: 'SAVE' }).click();
    await expect.element(part.getByRole('alert')).toBeVisible();
    await expect.element(part.getByRole('checkbox', { name: 'New message: E-mail' })).toBeChecked();
  });

  test('fit a phone', async () => {
    await browser.viewport(390, 844);
    const { part } = await settingsOf('admin');
    await part.getByRole('switch', { name: /^Quiet hours/ }).click();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

/** A browser whose owner has answered the question about notifications, with a push service of its maker's. */
function browserThat(permission: NotificationPermission) {
  let subscription: PushSubscription | null = null;
  const pushManager = {
    getSubscription: async () => subscription,
    subscribe: async () => {
      const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
      subscription = {
        endpoint,
        toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } }),
        unsubscribe: async () => {
          subscription = null;
          return true;
        },
      } as unknown as PushSubscription;
      return subscription;
    },
  };
  const registration = { pushManager } as unknown as ServiceWorkerRegistration;
  vi.spyOn(Notification, 'permission', 'get').mockReturnValue(permission);
  vi.spyOn(Notification, 'requestPermission').mockResolvedValue(permission);
  vi.spyOn(navigator.serviceWorker, 'getRegistration').mockResolvedValue(registration);
  vi.spyOn(navigator.serviceWorker, 'register').mockResolvedValue(registration);
  vi.spyOn(navigator.serviceWorker, 'ready', 'get').mockReturnValue(Promise.resolve(registration));
  return { isSubscribed: () => subscription !== null };
}

/** By key: its own track lies over the input. */
async function press(toggle: Locator): Promise<void> {
  (await toggle.findElement()).focus();
  await userEvent.keyboard(' ');
}

describe('F261 push to this browser', () => {
  afterEach(() => vi.restoreAllMocks());

  async function switchOf() {
    const { page, part } = await settingsOf('employee', 'a-key');
    return { page, part, toggle: part.getByRole('switch', { name: 'Push to this browser' }) };
  }

  test('says so where the site has none', async () => {
    const { part } = await settingsOf('employee');
    await expect.element(part.getByText('Push is not set up at this site.')).toBeVisible();
    expect(part.getByRole('switch', { name: 'Push to this browser' }).elements()).toEqual([]);
  });

  test('says how to allow it where the browser blocks it, and is no switch then', async () => {
    browserThat('denied');
    const { part, toggle } = await switchOf();
    await expect.element(part.getByText(/This browser blocks notifications/)).toBeVisible();
    expect(toggle.elements()).toEqual([]);
  });

  test('is switched on and off, in the browser and at the server', async () => {
    const { isSubscribed } = browserThat('granted');
    const told: string[] = [];
    answer(notificationRoutes.subscribe, ({ body }) => void told.push(`on ${body.endpoint}`));
    answer(notificationRoutes.unsubscribe, ({ body }) => void told.push(`off ${body.endpoint}`));
    const { page, toggle } = await switchOf();
    await expect.element(toggle).not.toBeChecked();
    await press(toggle);
    await expect.element(page.getByText('Push is on for this browser')).toBeVisible();
    await expect.element(toggle).toBeChecked();
    expect(isSubscribed()).toBe(true);
    await press(toggle);
    await expect.element(page.getByText('Push is off for this browser')).toBeVisible();
    expect(isSubscribed()).toBe(false);
    const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
    expect(told).toEqual([`on ${endpoint}`, `off ${endpoint}`]);
  });

  test('stays off when the server refuses it, and the browser is left as it was', async () => {
    const { isSubscribed } = browserThat('granted');
    answer(notificationRoutes.subscribe, () => {
      throw problems.conflict('Push is not set up here.');
    });
    const { page, toggle } = await switchOf();
    await press(toggle);
    await expect.element(page.getByText('Push is not set up here.')).toBeVisible();
    await expect.element(toggle).not.toBeChecked();
    expect(isSubscribed()).toBe(false);
  });
});
