import { describe, expect, test } from 'vitest';
import { closeOf, withWebPubSub } from './with-web-pubsub.ts';

describe('a closed connection', () => {
  test(
    'hears why, and the socket closes with 1000',
    withWebPubSub(async ({ open, server }) => {
      const { frames, socket } = await open({}, ['json.reliable.webpubsub.azure.v1']);
      const closed = closeOf(socket);
      await server.closeAllConnections({ reason: 'maintenance' });
      expect(await closed).toEqual({ code: 1000, reason: 'maintenance' });
      expect(frames.all.at(-1)).toBe('{"type":"system","event":"disconnected","message":"maintenance"}');
    }),
  );

  test(
    'hears the whole of a reason that a close frame cannot hold',
    withWebPubSub(async ({ connect, server }) => {
      const ada = await connect({ userId: 'ada', groups: ['g'] });
      const reason = 'é'.repeat(100);
      await server.group('g').closeAllConnections({ reason });
      expect(await ada.disconnections.at(1)).toEqual([reason]);
    }),
  );

  test(
    'is the only one: others of the same user stay',
    withWebPubSub(async ({ connect, server }) => {
      const phone = await connect({ userId: 'ada' });
      const laptop = await connect({ userId: 'ada' });
      await server.closeConnection(phone.connectionId());
      await phone.disconnections.at(1);
      expect(await server.connectionExists(laptop.connectionId())).toBe(true);
    }),
  );
});
