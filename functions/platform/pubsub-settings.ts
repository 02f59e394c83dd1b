import * as z from 'zod';

export const PubsubSettings = z.object({
  /** Needed with PUBSUB__endpoint, for PUBSUB holds one itself. During a rotation two, with a comma between. */
  PUBSUB_KEYS: z.string().min(1).optional().describe('first-key,second-key'),
});

type Service = { connection: string } | { endpoint: string };

/** The keys by which Web PubSub proves what it tells the functions, and the host that it says it is. */
export function pubsubEventsFrom(service: Service, { PUBSUB_KEYS }: z.infer<typeof PubsubSettings>) {
  const parts = 'connection' in service ? service.connection : `Endpoint=${service.endpoint};`;
  const keys = PUBSUB_KEYS?.split(',') ?? /AccessKey=([^;]+)/.exec(parts)?.slice(1);
  const endpoint = /Endpoint=([^;]+)/.exec(parts)?.[1];
  if (!keys)
    throw new Error('Setting PUBSUB_KEYS is missing: the access keys of Web PubSub, such as first-key,second-key');
  if (!endpoint) throw new Error('Setting PUBSUB holds no Endpoint.');
  return { keys, host: new URL(endpoint).hostname };
}
