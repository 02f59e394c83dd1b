import { createECDH } from 'node:crypto';
import { problems } from '#domain/kernel/problem.ts';
import { isPushEndpoint } from '#domain/notifications/endpoint.ts';
import type { PushSubscription } from '#domain/notifications/notification.ts';
import { config } from '#functions/platform/config.ts';
import type { Work } from '#functions/work.ts';

/** Only to the push services that browsers have, and only with keys that a message can be encrypted for. */
export async function subscribePush(
  { notifications, caller, now }: Work,
  subscription: PushSubscription,
): Promise<void> {
  if (!config.push) throw problems.conflict('Push is not set up here.');
  const { endpoint, keys } = subscription;
  if (!isPushEndpoint(endpoint, config.push.hosts))
    throw problems.invalid([{ pointer: '/body/endpoint', detail: 'Not the address of a known push service' }]);
  if (!isPublicKey(keys.p256dh))
    throw problems.invalid([{ pointer: '/body/keys/p256dh', detail: 'Not a public key of a browser' }]);
  if (Buffer.from(keys.auth, 'base64url').length !== 16)
    throw problems.invalid([{ pointer: '/body/keys/auth', detail: 'Not the secret of a browser' }]);
  const { memberId, sessionId } = caller;
  await notifications.subscribe(memberId, { subscription, sessionId, at: now().toISOString() });
}

/** A point on the curve P-256. */
function isPublicKey(text: string): boolean {
  const ours = createECDH('prime256v1');
  ours.generateKeys();
  try {
    return ours.computeSecret(Buffer.from(text, 'base64url')).length === 32;
  } catch {
    return false;
  }
}
