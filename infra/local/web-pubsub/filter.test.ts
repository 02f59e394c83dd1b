import { odata } from '@azure/web-pubsub';
import { describe, expect, test } from 'vitest';
import { compileFilter } from './filter.ts';
import { withWebPubSub } from './with-web-pubsub.ts';

const ada = {
  id: 'c1',
  userId: "ada's",
  groups: new Set(['staff', 'vip']),
  subprotocol: 'json.reliable.webpubsub.azure.v1',
};
const guest = { id: 'c2', userId: undefined, groups: new Set<string>(), subprotocol: undefined };

describe('a filter', () => {
  test.each([
    ["userId eq 'ada''s'", [true, false]],
    ['userId eq null', [false, true]],
    ['userId ne null', [true, false]],
    ["connectionId ne 'c1'", [false, true]],
    ["connectionId in ('c2', 'c3')", [false, true]],
    ["'vip' in groups", [true, false]],
    ["not ('vip' in groups)", [false, true]],
    ["'vip' in groups and 'admin' in groups", [false, false]],
    ["'vip' in groups or userId eq null", [true, true]],
    ["userId eq null or 'vip' in groups and 'admin' in groups", [false, true]],
    ["(userId eq null or 'vip' in groups) and connectionId eq 'c1'", [true, false]],
    ['length(userId) gt 4', [true, false]],
    ['length(userId) le 4', [false, false]],
    ['length(userId) ge 5 and length(userId) lt 6', [true, false]],
    ["protocol eq 'json.reliable.webpubsub.azure.v1'", [true, false]],
    ["connectionId gt 'c1'", [false, true]],
    ['true', [true, true]],
  ])('%s chooses %j of a member and a guest', (source, expected) => {
    expect([ada, guest].map(compileFilter(source))).toEqual(expected);
  });

  test.each([
    ['invalid filter', 'Syntax error at position 14'],
    ["userId eq 'ada", 'Syntax error at position 9'],
    ['userId eq', 'Syntax error at position 9'],
    ["(userId eq 'ada'", 'Syntax error at position 16'],
    ['', 'Syntax error at position 0'],
    ["name eq 'ada'", "Could not find a property named 'name'"],
    ['userId', 'A condition was expected'],
    ["not userId eq 'ada'", 'A condition was expected'],
  ])('%j is refused: %s', (source, problem) => {
    expect(() => compileFilter(source)).toThrow(
      `Invalid syntax for '${source}': ${problem} in '${source}'. (Parameter 'filter')`,
    );
  });
});

test(
  'the server sends to and moves the connections a filter chooses',
  withWebPubSub(async ({ connect, server }) => {
    const people = await Promise.all([connect({ userId: "ada's", groups: ['staff'] }), connect({ userId: 'bob' })]);
    await server.sendToAll('staff', { filter: "'staff' in groups" });
    await server.addConnectionsToGroups(['a', 'b'], odata`userId eq ${"ada's"}`);
    await server.group('a').sendToAll('a');
    await server.removeConnectionsFromGroups(['a'], odata`userId eq ${"ada's"}`);
    expect([await server.groupExists('a'), await server.groupExists('b')]).toEqual([false, true]);
    await server.sendToAll('all');
    await Promise.all([people[0].messages.at(3), people[1].messages.at(1)]);
    expect(people.map(({ messages }) => messages.all.map(({ data }) => data))).toEqual([
      ['staff', 'a', 'all'],
      ['all'],
    ]);
  }),
);

test(
  'a wrong filter is refused in words the SDK passes on',
  withWebPubSub(async ({ server }) => {
    const error: unknown = await server.sendToAll('x', { filter: 'invalid filter' }).catch((reason: unknown) => reason);
    const message =
      "Invalid syntax for 'invalid filter': Syntax error at position 14 in 'invalid filter'. (Parameter 'filter')";
    expect(error).toMatchObject({ statusCode: 400, message: JSON.stringify({ code: 'Error.BadRequest', message }) });
  }),
);
