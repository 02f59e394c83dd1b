import { isPushEndpoint } from '#domain/notifications/endpoint.ts';
import type { PushSubscription } from '#domain/notifications/notification.ts';
import { config } from './config.ts';

/** What the service worker shows; one with the tag of another takes its place. */
export type Push = { title: string; body: string; url: string; tag: string };

const dayInSeconds = 24 * 60 * 60;
const patienceMs = 10_000;

/**
 * Encrypts and sends it to one browser. `gone`: that browser wants no more of them. Nothing is followed and nobody but a
 * known push service is asked, whatever was stored; what fails otherwise is thrown.
 */
export async function sendPush(subscription: PushSubscription, push: Push): Promise<'sent' | 'gone'> {
  if (!config.push || !isPushEndpoint(subscription.endpoint, config.push.hosts)) return 'gone';
  const { subject, publicKey, privateKey } = config.push;
  const { default: webPush } = await import('web-push');
  const { endpoint, method, headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(push), {
    vapidDetails: { subject, publicKey, privateKey },
    TTL: dayInSeconds,
    urgency: 'high',
  });
  const response = await fetch(endpoint, {
    method,
    headers: { ...headers, 'Content-Length': String(body?.length ?? 0), TTL: String(dayInSeconds) },
    body: body && new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 404 || response.status === 410) return 'gone';
  if (!response.ok) throw new Error(`A push service answered ${response.status}`);
  return 'sent';
}
