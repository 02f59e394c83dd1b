import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import * as z from 'zod';
import { newConnection, newId, subprotocols } from './connection.ts';
import type { Hub } from './hub.ts';
import { jsonPayload, type Payload } from './message.ts';
import { Refusal } from './refusal.ts';
import { connectionsOf, hubNamed, type Service } from './service.ts';
import { beginSession } from './sessions.ts';
import { attach } from './socket.ts';
import { bearerOf, type Claims, claimsFor } from './tokens.ts';
import type { Subject } from './upstream.ts';

/** A client at the door. */
type Knock = { request: IncomingMessage; url: URL; hub: Hub; subprotocol: string | undefined; accept: Accept };

/** Completes the handshake. The socket comes by callback, so that no frame passes before somebody listens. */
type Accept = (subprotocol: string | undefined, use: (socket: WebSocket) => void) => void;

/** What the event handler may change about a client that connects. */
const ConnectAnswer = z.looseObject({
  userId: z.string().nullish(),
  groups: z.array(z.string()).nullish(),
  roles: z.array(z.string()).nullish(),
  subprotocol: z.string().nullish(),
});

/** Opens or recovers a connection; throws a Refusal when the client may not have one. */
export async function shakeHands(service: Service, request: IncomingMessage, accept: Accept): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, hubName] = hubPath.exec(decodeURIComponent(url.pathname)) ?? [];
  if (hubName === undefined) throw new Refusal(404, 'There is no such hub.');

  await service.faults.pause('handshake');
  const hub = hubNamed(service, hubName);
  const subprotocol = offeredBy(request).find((name) => name === subprotocols.json || name === subprotocols.reliable);
  const knock = { request, url, hub, subprotocol, accept };
  if (url.searchParams.has('awps_connection_id')) recover(service, knock);
  else await open(service, knock);
}

const hubPath = /^\/client\/hubs\/([A-Za-z][A-Za-z0-9_`,.[\]]{0,127})\/?$/;

/** The reconnection token is proof enough: no access token is asked for. */
function recover(service: Service, { url, hub, subprotocol, accept }: Knock): void {
  const connection = hub.connections.get(url.searchParams.get('awps_connection_id') ?? '');
  const token = url.searchParams.get('awps_reconnection_token');
  if (connection?.replay && connection.reconnectionToken === token) {
    return accept(connection.subprotocol, (socket) => attach(service, connection, socket));
  }
  // Refusing the handshake would keep the client retrying; only this close makes it start afresh.
  accept(subprotocol, (socket) => socket.close(1008, 'The connection cannot be recovered.'));
}

async function open(service: Service, { request, url, hub, subprotocol, accept }: Knock): Promise<void> {
  const token = url.searchParams.get('access_token') ?? bearerOf(request);
  const claims = claimsFor(url, token, service.keys);
  if (connectionsOf(service).length >= service.limits.connections) throw new Refusal(429, 'Too many connections.');

  const subject: Subject = { id: newId(), hub, userId: claims.sub, subprotocol, state: undefined, eventCount: 0 };
  const answer = await askToConnect(service, subject, jsonPayload(JSON.stringify(eventBody(request, url, claims))));
  const connection = newConnection({
    ...subject,
    userId: answer.userId ?? subject.userId,
    subprotocol: answer.subprotocol ?? subject.subprotocol,
    roles: answer.roles ?? claims.role,
    limits: service.limits,
  });
  accept(connection.subprotocol, (socket) => {
    beginSession(service, connection, answer.groups ?? claims['webpubsub.group']);
    attach(service, connection, socket);
  });
}

async function askToConnect(service: Service, subject: Subject, body: Payload) {
  const answer = await service.upstream.tell(subject, { kind: 'sys', name: 'connect' }, body);
  if (answer && !answer.isOk) throw new Refusal(answer.status, 'The event handler refused the client.');
  if (!answer || answer.body.length === 0) return {};
  return ConnectAnswer.parse(JSON.parse(answer.body.toString()));
}

const offeredBy = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

function eventBody(request: IncomingMessage, url: URL, claims: Claims) {
  const { authorization: _secret, ...headers } = request.headersDistinct;
  const names = [...new Set(url.searchParams.keys())].filter((name) => name !== 'access_token');
  return {
    claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, [value].flat().map(String)])),
    query: Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)])),
    headers,
    subprotocols: offeredBy(request),
    clientCertificates: [],
  };
}
