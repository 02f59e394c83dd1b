import { expect } from 'vitest';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { answer } from './answer.ts';

const RealSocket = globalThis.WebSocket;
let sockets: ServedSocket[] = [];
let told: Told[] = [];
let isSilent = false;
let mayOpen = false;

/** What a page says on its socket. */
type Told = { event: string; data: unknown };
type Frame = { type: string; ackId?: number } & Partial<Told>;

/** The server's side of the socket, speaking just enough of `json.reliable.webpubsub.azure.v1` to deliver events. */
class ServedSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  private readonly connectionId: string;

  constructor() {
    super();
    this.connectionId = `c${sockets.push(this)}`;
    if (mayOpen) queueMicrotask(() => this.open());
  }

  open(): void {
    if (this.readyState !== 0) return;
    this.readyState = ServedSocket.OPEN;
    this.onopen?.();
    const { connectionId } = this;
    this.deliver({ type: 'system', event: 'connected', userId: 'me', connectionId, reconnectionToken: 't1' });
  }

  deliver(message: object): void {
    if (!isSilent) this.onmessage?.({ data: JSON.stringify(message) });
  }

  send(text: string): void {
    const { type, event, data } = JSON.parse(text) as Frame;
    if (type === 'ping') this.deliver({ type: 'pong' });
    if (type === 'event') told.push({ event: event!, data });
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }
}

let sequenceId = 0;

/**
 * Lets the page have its socket, and waits until it has. Until a test calls it the service does not answer: a page that
 * has just connected asks once more for all it shows, and would do so in the middle of a test about something else.
 */
export async function goLive(): Promise<void> {
  mayOpen = true;
  for (const socket of sockets) socket.open();
  await expect.poll(isLive).toBe(true);
}

/** Sends an event to the page as the server would. */
export function sendLive(event: LiveEvent): void {
  sequenceId += 1;
  const open = sockets.filter(({ readyState }) => readyState === ServedSocket.OPEN);
  if (open.length === 0) throw new Error('The page has no open socket');
  for (const socket of open)
    socket.deliver({ type: 'message', from: 'server', dataType: 'json', data: event, sequenceId });
}

/** Whether the page has its socket. */
export const isLive = (): boolean => sockets.some(({ readyState }) => readyState === ServedSocket.OPEN);

/** The connection the page has now. */
export const connectionId = (): string => `c${sockets.length}`;

/** How many sockets pages have opened, closed ones too. */
export const socketsOpened = (): number => sockets.length;

/** The events the page told the server of, in order. */
export const toldLive = (): readonly Told[] => told;

/** The service does not answer any more, and nothing says so: a network that swallows everything. */
export function fallSilent(silent: boolean): void {
  isSilent = silent;
}

/** Ends the session as a service that forgot it would: the page must open a new one. */
export function breakSocket(): void {
  for (const socket of sockets) socket.close(1008, 'The session is gone');
}

export function beginSockets(): void {
  sockets = [];
  told = [];
  isSilent = false;
  mayOpen = false;
  Object.defineProperty(globalThis, 'WebSocket', {
    configurable: true,
    writable: true,
    value: new Proxy(RealSocket, {
      construct: (Target, args: [string, (string | string[])?]) =>
        args[0].startsWith('ws://socket.test/') ? new ServedSocket() : new Target(...args),
    }),
  });
  answer(realtimeRoutes.negotiate, { url: 'ws://socket.test/client' });
}

export function endSockets(): void {
  Object.defineProperty(globalThis, 'WebSocket', { configurable: true, writable: true, value: RealSocket });
}
