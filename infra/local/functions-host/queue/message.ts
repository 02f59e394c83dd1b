import { isUtf8 } from 'node:buffer';
import type { DequeuedMessageItem } from '@azure/storage-queue';
import type { RpcData } from '../core-types.ts';
import type { QueueOptions } from '../host-json.ts';

/** Null for a text that is not in the encoding host.json says the queues have. */
export function decode(text: string, encoding: QueueOptions['messageEncoding']): RpcData | null {
  if (encoding === 'none') return { string: text };

  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return null;
  return isUtf8(bytes) ? { string: bytes.toString() } : { bytes };
}

export const metadataOf = (message: DequeuedMessageItem): Record<string, RpcData> => ({
  QueueTrigger: { string: message.messageText },
  DequeueCount: { int: message.dequeueCount },
  Id: { string: message.messageId },
  PopReceipt: { string: message.popReceipt },
  InsertionTime: { json: JSON.stringify(message.insertedOn) },
  NextVisibleTime: { json: JSON.stringify(message.nextVisibleOn) },
  ExpirationTime: { json: JSON.stringify(message.expiresOn) },
});
