import { afterEach, beforeEach } from 'vitest';
import type { LiveEvent } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { answer } from './answer.ts';

const RealSocket = globalThis.WebSocket;
let sockets: ServedSocket[] = [];

/** The server's side of the socket, speaking just enough of `json.reliable.webpubsub.azure.v1` to deliver events. */
class ServedSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  constructor() {
    super();
    sockets.push(this);
    queueMicrotask(() => {
      this.readyState = ServedSocket.OPEN;
      this.onopen?.();
      this.deliver({ type: 'system', event: 'connected', userId: 'me', connectionId: 'c1', reconnectionToken: 't1' });
    });
  }

  deliver(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  send(): void {}

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }
}

let sequenceId = 0;

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

/** Ends the session as a service that forgot it would: the page must open a new one. */
export function breakSocket(): void {
  for (const socket of sockets) socket.close(1008, 'The session is gone');
}

beforeEach(() => {
  sockets = [];
  Object.defineProperty(globalThis, 'WebSocket', {
    configurable: true,
    writable: true,
    value: new Proxy(RealSocket, {
      construct: (Target, args: [string, (string | string[])?]) =>
        args[0].startsWith('ws://socket.test/') ? new ServedSocket() : new Target(...args),
    }),
  });
  answer(realtimeRoutes.negotiate, { url: 'ws://socket.test/client' });
});

afterEach(() => {
  Object.defineProperty(globalThis, 'WebSocket', { configurable: true, writable: true, value: RealSocket });
});
