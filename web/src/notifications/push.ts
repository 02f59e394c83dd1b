import { PushSubscription } from '#domain/notifications/notification.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { call } from '#web/platform/call.ts';

/** Where this browser stands: `blocked` is the person's own choice in it, which no page can change. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on';

const owner = 'push-for';

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const known = async () => (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription();

export async function pushState(memberId: string): Promise<PushState> {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const isTheirs = localStorage.getItem(owner) === memberId;
  return isTheirs && (await known()) ? 'on' : 'off';
}

/** Asks for the permission first, then for an address at the browser's push service, and tells the server. */
export async function turnPushOn({ memberId, publicKey }: { memberId: string; publicKey: string }): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  // Of somebody who was here before: their pushes are not for this person.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  try {
    const { endpoint, keys } = subscription.toJSON();
    await call(notificationRoutes.subscribe, { body: PushSubscription.parse({ endpoint, keys }) });
    localStorage.setItem(owner, memberId);
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

export async function turnPushOff(): Promise<void> {
  const subscription = await known();
  if (!subscription) return;
  await call(notificationRoutes.unsubscribe, { body: { endpoint: subscription.endpoint } });
  await leavePush();
}

/** Nobody who signs in here next is told what is for somebody else; the server hears of it with the next push. */
export async function leavePush(): Promise<void> {
  localStorage.removeItem(owner);
  if (isSupported()) await (await known())?.unsubscribe();
}
