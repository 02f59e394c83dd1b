import { describe, expect, test } from 'vitest';
import { closeOf, plainJson, recoveryQuery, withWebPubSub } from './with-web-pubsub.ts';

const json = ['json.webpubsub.azure.v1'];
const reliable = ['json.reliable.webpubsub.azure.v1'];
const typical = { userId: 'ada', roles: ['webpubsub.sendToGroup'], groups: ['g'] };

test(
  'the members of a frame come in the order the protocol names them',
  withWebPubSub(async ({ server, open }) => {
    const { frames, socket } = await open(typical, json);
    await server.sendToAll({ a: 1 });
    await server.sendToAll('t', { contentType: 'text/plain' });
    await server.group('g').sendToAll(new Uint8Array([1, 2, 3]).buffer);
    await frames.at(4);
    socket.send('{"type":"sendToGroup","group":"g","dataType":"json","data":{"b":2},"ackId":1}');
    await frames.at(6);
    expect(frames.all.slice(1)).toEqual([
      '{"type":"message","from":"server","dataType":"json","data":{"a":1}}',
      '{"type":"message","from":"server","dataType":"text","data":"t"}',
      '{"type":"message","from":"group","group":"g","dataType":"binary","data":"AQID"}',
      '{"type":"message","from":"group","fromUserId":"ada","group":"g","dataType":"json","data":{"b":2}}',
      '{"type":"ack","ackId":1,"success":true}',
    ]);
  }),
);

test(
  'a reliable client is numbered, acknowledges, and is sent again only the rest',
  withWebPubSub(async ({ server, open, urlFor, reopen }) => {
    const first = await open({ groups: ['g'] }, reliable);
    for (const number of [1, 2, 3]) await server.group('g').sendToAll(number);
    const [connected, ...messages] = await first.frames.at(4);
    expect(messages).toEqual(
      [1, 2, 3].map(
        (number) =>
          `{"sequenceId":${number},"type":"message","from":"group","group":"g","dataType":"json","data":${number}}`,
      ),
    );
    first.socket.send('{"type":"sequenceAck","sequenceId":2}');
    first.socket.send('{"type":"ping"}');
    expect((await first.frames.at(5))[4]).toBe('{"type":"pong"}');
    first.socket.terminate();

    const [url] = (await urlFor({})).split('?');
    const second = await reopen(`${url}?${recoveryQuery(connected)}`, reliable);
    expect(await second.frames.at(2)).toEqual([connected, messages[2]]);
  }),
);

describe('a frame', () => {
  test(
    'with an ack id that was handled before is a duplicate, and happens once',
    withWebPubSub(async ({ open }) => {
      const { frames, socket } = await open(typical, json);
      const frame = '{"type":"sendToGroup","group":"g","dataType":"text","data":"once","ackId":7}';
      socket.send(frame);
      socket.send(frame);
      const [, message, first = '', second = ''] = await frames.at(4);
      expect(message).toContain('"data":"once"');
      expect(JSON.parse(first)).toEqual({ type: 'ack', ackId: 7, success: true });
      expect(JSON.parse(second)).toMatchObject({ ackId: 7, success: false, error: { name: 'Duplicate' } });
    }),
  );

  test(
    'without an ack id is not acknowledged',
    withWebPubSub(async ({ connect }) => {
      const ada = await connect(typical, plainJson);
      await ada.client.sendToGroup('g', 'quiet', 'text', { fireAndForget: true });
      await ada.messages.at(1);
      expect(ada.messages.all).toMatchObject([{ data: 'quiet' }]);
    }),
  );

  test.each([
    ['an unknown type', '{"type":"dance","ackId":1}'],
    ['a part that is not covered here', '{"type":"sendToGroup","group":"g","stream":{"streamId":"s"},"ackId":1}'],
    ['text that is no string', '{"type":"sendToGroup","group":"g","dataType":"text","data":1,"ackId":1}'],
  ])('of %s is a failed acknowledgement', async (_name, frame) => {
    const scene = withWebPubSub(async ({ open }) => {
      const { frames, socket } = await open(typical, json);
      socket.send(frame);
      const [, ack = ''] = await frames.at(2);
      expect(JSON.parse(ack)).toMatchObject({ ackId: 1, success: false, error: { name: 'InternalServerError' } });
    });
    await scene();
  });

  test(
    'that invokes is answered with an error',
    withWebPubSub(async ({ connect }) => {
      const ada = await connect(typical);
      await expect(ada.client.invokeEvent('sum', 1, 'json')).rejects.toThrow("'invoke' are not covered here");
    }),
  );

  test.each([
    ['no JSON', 'hello', 1008],
    ['no object', '[]', 1008],
    ['an unknown type without an ack id', '{"type":"dance"}', 1008],
    ['too many bytes', JSON.stringify({ type: 'ping', padding: 'x'.repeat(200) }), 1009],
  ])('of %s ends the connection', async (_name, frame, code) => {
    const scene = withWebPubSub(
      async ({ open }) => {
        const { socket } = await open(typical, reliable);
        const closed = closeOf(socket);
        socket.send(frame);
        expect((await closed).code).toBe(code);
      },
      { limits: { messageBytes: 200 } },
    );
    await scene();
  });
});
