import { createHmac } from 'node:crypto';
import type { Connection } from './connection.ts';
import type { Payload } from './message.ts';

export type SystemEvent = 'connect' | 'connected' | 'disconnected';
export type UpstreamEvent = { kind: 'sys'; name: SystemEvent } | { kind: 'user'; name: string };
export type UpstreamAnswer = { status: number; isOk: boolean; contentType: string; body: Buffer };

/** What an event says about its connection; a connection that is still being opened has this much. */
export type Subject = Pick<Connection, 'id' | 'hub' | 'userId' | 'subprotocol' | 'state' | 'eventCount'>;

export type UpstreamOptions = {
  keys: readonly string[];
  /** A URL may hold {hub} and {event}. */
  urlFor: (hub: string) => string | undefined;
  systemEvents: SystemEvent[];
};
export type Upstream = ReturnType<typeof newUpstream>;

const patienceMs = 30_000;
const origin = '127.0.0.1';
const contentTypes = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  binary: 'application/octet-stream',
};

/** Tells the event handler what happens to clients: CloudEvents over HTTP, in binary mode. */
export function newUpstream({ keys, urlFor, systemEvents }: UpstreamOptions) {
  const allowed = new Set<string>();

  // Only a yes is remembered, so a handler that starts later than this endpoint is found.
  async function isAllowed(url: string): Promise<boolean> {
    if (allowed.has(url)) return true;
    const headers = { 'WebHook-Request-Origin': origin };
    const answer = await fetch(url, { method: 'OPTIONS', headers, signal: AbortSignal.timeout(patienceMs) });
    const allowedOrigins = (answer.headers.get('WebHook-Allowed-Origin') ?? '').split(',').map((name) => name.trim());
    const isYes = answer.ok && (allowedOrigins.includes('*') || allowedOrigins.includes(origin));
    if (isYes) allowed.add(url);
    return isYes;
  }

  async function post(template: string, subject: Subject, event: UpstreamEvent, payload: Payload) {
    if (!(await isAllowed(filled(template, subject.hub.name, 'validate')))) return failed(403);

    subject.eventCount += 1;
    const answer = await fetch(filled(template, subject.hub.name, event.name), {
      method: 'POST',
      headers: { ...eventHeaders(subject, event, keys), 'Content-Type': contentTypes[payload.dataType] },
      body: typeof payload.raw === 'string' ? payload.raw : new Uint8Array(payload.raw),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.ok) subject.state = answer.headers.get('ce-connectionState') ?? subject.state;
    return {
      status: answer.status,
      isOk: answer.ok,
      contentType: answer.headers.get('Content-Type') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    };
  }

  return {
    /** The handler's answer, or null when nobody listens. A handler that cannot be reached answers 500. */
    async tell(subject: Subject, event: UpstreamEvent, payload: Payload): Promise<UpstreamAnswer | null> {
      const template = urlFor(subject.hub.name);
      if (template === undefined) return null;
      if (event.kind === 'sys' && !systemEvents.includes(event.name)) return null;
      return post(template, subject, event, payload).catch(() => failed(500));
    },
  };
}

const failed = (status: number): UpstreamAnswer => ({ status, isOk: false, contentType: '', body: Buffer.alloc(0) });

const filled = (template: string, hub: string, event: string) =>
  template.replaceAll('{hub}', encodeURIComponent(hub)).replaceAll('{event}', encodeURIComponent(event));

function eventHeaders(subject: Subject, event: UpstreamEvent, keys: readonly string[]): Record<string, string> {
  // Azure signs the connection id alone: the signature says nothing about the body.
  const signatures = keys.map((key) => `sha256=${createHmac('sha256', key).update(subject.id).digest('hex')}`);
  return {
    'WebHook-Request-Origin': origin,
    'ce-specversion': '1.0',
    'ce-awpsversion': '1.0',
    'ce-type': `azure.webpubsub.${event.kind}.${event.name}`,
    'ce-source': `/hubs/${subject.hub.name}/client/${subject.id}`,
    'ce-id': String(subject.eventCount),
    'ce-time': new Date().toISOString(),
    'ce-signature': signatures.join(','),
    'ce-connectionId': subject.id,
    'ce-hub': subject.hub.name,
    'ce-eventName': event.name,
    ...(subject.userId !== undefined && { 'ce-userId': subject.userId }),
    ...(subject.subprotocol !== undefined && { 'ce-subprotocol': subject.subprotocol }),
    ...(subject.state !== undefined && { 'ce-connectionState': subject.state }),
  };
}
