import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from './config.ts';

const { keys, host } = config.pubsubEvents;

/**
 * Whether Web PubSub itself speaks of a connection: it signs the connection's id with each of its keys, and one that we
 * know is enough. The signature says nothing about the rest of the event.
 */
export function isSignedFor(connectionId: string, signatures: string): boolean {
  const given = signatures.split(',').map((text) => Buffer.from(text.trim()));
  const wanted = keys.map((key) =>
    Buffer.from(`sha256=${createHmac('sha256', key).update(connectionId).digest('hex')}`),
  );
  return wanted.some((one) => given.some((other) => one.length === other.length && timingSafeEqual(one, other)));
}

/** It asks, before it sends anything, whether its events are welcome: what to answer, or null. */
export const welcomeTo = (origin: string | null): string | null => (origin === host ? host : null);
