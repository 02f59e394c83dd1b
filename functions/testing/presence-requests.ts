import { createHmac } from 'node:crypto';
import { Person } from '#infra/people/person.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** As Web PubSub signs: the id of the connection, with its key. */
export function signatureOf(connectionId: string, connectionString: string): string {
  const [, key = ''] = /AccessKey=([^;]+)/.exec(connectionString) ?? [];
  return `sha256=${createHmac('sha256', key).update(connectionId).digest('hex')}`;
}

/** The accepted requests of the routes about who is here. */
export const presenceRequests: Record<string, Make> = {
  'presence-list': async ({ people, ids: { memberId } }) => ({
    person: people.admin,
    sent: { query: { ids: memberId } },
  }),

  'realtime-events': async ({ where }) => ({
    person: new Person(where.origin),
    sent: { file: new Blob(['{}'], { type: 'application/json' }) },
    headers: {
      'ce-type': 'azure.webpubsub.sys.connected',
      'ce-connectionid': 'a-connection',
      'ce-signature': signatureOf('a-connection', where.settings['PUBSUB']!),
    },
  }),
};
