import { EventEmitter } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { Readable } from 'node:stream';

/** What the library reads of a request. */
export type StreamedRequest = Readable & Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

export type StreamProxy = (exchange: {
  invocationId: string;
  host: string;
  request: StreamedRequest;
  response: ServerResponse;
}) => void;

/**
 * In streaming mode the library opens a second HTTP server, on every interface, to be given requests by the host.
 * While `start` runs it gets an emitter in place of that server: the requests are handed over in the process, and
 * nothing but this host listens. Answers null when the app does not stream.
 */
export async function captureStreamProxy(start: () => Promise<Record<string, string>>): Promise<StreamProxy | null> {
  const { createServer } = http;
  const server = new UnboundServer();
  replaceCreateServer(() => server);
  try {
    const capabilities = await start();
    if (!capabilities['HttpUri']) return null;
  } finally {
    replaceCreateServer(createServer);
  }

  return ({ invocationId, host, request, response }) => {
    request.headers['x-ms-invocation-id'] = invocationId;
    request.headers['x-forwarded-host'] ??= host;
    request.headers['x-forwarded-proto'] ??= 'http';
    server.emit('request', request, response);
  };
}

class UnboundServer extends EventEmitter {
  listen(whenListening: () => void) {
    queueMicrotask(whenListening);
    return this;
  }
  /** Any port but 0, at which the library would look for one itself. */
  address() {
    return { port: 1 };
  }
}

function replaceCreateServer(createServer: unknown) {
  Object.assign(http, { createServer });
  syncBuiltinESMExports();
}
