import * as z from 'zod';
import type { Connection } from './connection.ts';
import { deliver } from './deliver.ts';
import { compileFilter } from './filter.ts';
import { join, leave, leaveAll } from './hub.ts';
import { payloadOf } from './message.ts';
import { Refusal } from './refusal.ts';
import { type Answer, type Call, members, one, type Target } from './rest-call.ts';
import { mayUse, Right } from './rights.ts';
import { endSession } from './sessions.ts';
import { signToken } from './tokens.ts';

type Action = (call: Call) => Answer;

/** Accepted even when nobody is there: sending never says who listens. */
export const send =
  (target: Target): Action =>
  (call) => {
    const payload = payloadOf(call.contentType, call.body);
    deliver(call.service, target(call), payload, { group: call.params.group });
    return { status: 202 };
  };

export const close =
  (target: Target): Action =>
  (call) => {
    const reason = call.url.searchParams.get('reason') ?? '';
    for (const connection of target(call)) endSession(call.service, connection, reason, 1000);
    return { status: 204 };
  };

export const exists =
  (target: Target): Action =>
  (call) => ({ status: target(call).length > 0 ? 200 : 404 });

export const joinGroup =
  (target: Target): Action =>
  (call) => {
    const connections = target(call);
    if (connections.length === 0) throw new Refusal(404, 'There is no such connection.');
    for (const connection of connections) join(connection, call.params.group ?? '');
    return { status: 200 };
  };

export const leaveGroup =
  (target: Target): Action =>
  (call) => {
    for (const connection of target(call)) leave(connection, call.params.group ?? '');
    return { status: 204 };
  };

export const leaveGroups =
  (target: Target): Action =>
  (call) => {
    for (const connection of target(call)) leaveAll(connection);
    return { status: 204 };
  };

const Move = z.looseObject({ groups: z.array(z.string()), filter: z.string().nullish() });

export const moveFiltered =
  (move: (connection: Connection, group: string) => void): Action =>
  ({ hub, body }) => {
    const { groups, filter } = parsed(Move, body);
    const fits = filter ? compileFilter(filter) : () => true;
    const connections = [...hub.connections.values()].filter(fits);
    for (const connection of connections) for (const group of groups) move(connection, group);
    return { status: 200 };
  };

const largestPage = 200;

/** Sorted by connection id, so that a page goes on where the last one ended whoever came or went. */
export const list: Action = (call) => {
  const { searchParams } = call.url;
  const after = searchParams.get('continuationToken') ?? '';
  const top = Number(searchParams.get('top') ?? Infinity);
  const size = Math.min(Number(searchParams.get('maxpagesize') ?? largestPage), largestPage, top);

  const rest = members(call)
    .filter(({ id }) => id > after)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const value = rest.slice(0, size).map(({ id, userId }) => ({ connectionId: id, userId }));
  const last = value.at(-1);
  if (!last || rest.length === value.length || top === value.length) return { status: 200, json: { value } };

  const next = new URL(call.url);
  next.searchParams.set('continuationToken', last.connectionId);
  if (Number.isFinite(top)) next.searchParams.set('top', String(top - value.length));
  return { status: 200, json: { value, nextLink: next.href } };
};

export const grant: Action = (call) => {
  const [connection] = one(call);
  if (!connection) throw new Refusal(404, 'There is no such connection.');
  connection.roles.add(roleOf(call));
  return { status: 200 };
};

export const revoke: Action = (call) => {
  const [connection] = one(call);
  connection?.roles.delete(roleOf(call));
  return { status: 204 };
};

export const checkRight: Action = (call) => {
  const [connection] = one(call);
  const group = call.url.searchParams.get('targetName');
  const role = roleOf(call);
  const has = connection && (group ? mayUse(connection.roles, rightOf(call), group) : connection.roles.has(role));
  return { status: has ? 200 : 404 };
};

const minute = 60;

export const generateToken: Action = ({ service, hub, url }) => {
  const { searchParams } = url;
  const userId = searchParams.get('userId');
  const claims = {
    aud: `http://${url.host}/client/hubs/${hub.name}`,
    exp: Math.floor(Date.now() / 1000) + Number(searchParams.get('minutesToExpire') ?? 60) * minute,
    role: searchParams.getAll('role'),
    'webpubsub.group': searchParams.getAll('group'),
    ...(userId && { sub: userId }),
  };
  return { status: 200, json: { token: signToken(claims, service.keys[0]) } };
};

function rightOf({ params }: Call): Right {
  const right = Right.safeParse(params.right);
  if (!right.success) throw new Refusal(400, `There is no permission '${params.right}'.`);
  return right.data;
}

function roleOf(call: Call): string {
  const group = call.url.searchParams.get('targetName');
  return `webpubsub.${rightOf(call)}${group ? `.${group}` : ''}`;
}

function parsed<T>(schema: z.ZodType<T>, body: Buffer): T {
  try {
    return schema.parse(JSON.parse(body.toString()));
  } catch {
    throw new Refusal(400, 'The body is not what this operation takes.');
  }
}
