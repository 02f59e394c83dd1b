import { createECDH, createHash } from 'node:crypto';
import { browserPushHosts } from '#domain/notifications/endpoint.ts';

/** A pair that is the same at every start, so that browsers stay subscribed. Nothing but this machine ever uses it. */
export function pushSettings(pushUrl: string): Record<string, string> {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(createHash('sha256').update('the local push key').digest());
  return {
    PUSH_PUBLIC_KEY: pair.getPublicKey('base64url'),
    PUSH_PRIVATE_KEY: pair.getPrivateKey('base64url'),
    PUSH_SUBJECT: 'mailto:push@starone.example',
    // A browser of your own that asks for pushes has its own push service.
    PUSH_HOSTS: [pushUrl, ...browserPushHosts].join(','),
  };
}
