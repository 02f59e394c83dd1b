import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { shakeHands } from './handshake.ts';
import { Refusal } from './refusal.ts';
import type { Service } from './service.ts';

/** Turns upgrade requests into web sockets. */
export function newUpgrades(service: Service) {
  const open = new Set<Duplex>();
  const chosen = new WeakMap<IncomingMessage, string>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: service.limits.messageBytes,
    handleProtocols: (_offered, request) => chosen.get(request) ?? false,
  });

  return {
    handle(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      open.add(stream);
      stream.on('close', () => open.delete(stream));
      stream.on('error', () => stream.destroy());

      shakeHands(service, request, (subprotocol, use) => {
        if (subprotocol !== undefined) chosen.set(request, subprotocol);
        sockets.handleUpgrade(request, stream, head, use);
      }).catch((error: unknown) => refuse(stream, error));
    },

    /** Every client sees its connection break without a goodbye. */
    cutAll(): void {
      for (const stream of open) stream.destroy();
    },
  };
}

function refuse(stream: Duplex, error: unknown): void {
  const status = error instanceof Refusal ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: text/plain'];
  stream.end(`${head.join('\r\n')}\r\n\r\n${message}`);
}
