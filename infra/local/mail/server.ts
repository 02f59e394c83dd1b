import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Faults, replaceFaults } from '../faults.ts';
import { close, listen } from '../listen.ts';
import { type Fault, newFaults, type Struck } from './faults.ts';
import { inboxPage, messagePage, notFoundPage, stylesheet } from './mail-pages.ts';
import { type MailStore, type Message, openMailStore } from './mail-store.ts';

export interface MailOptions {
  /** 0 takes a free port. */
  smtpPort: number;
  httpPort: number;
  /** The folder of its database. */
  dir: string;
}

export interface LocalMail {
  smtpUrl: string;
  /** The inbox page, and `/messages` as JSON. */
  url: string;
  faults: Faults<Fault>;
  close: () => Promise<void>;
}

/** Takes every mail and keeps it: SMTP says yes only when the message is on disk. */
export async function startMail({ smtpPort, httpPort, dir }: MailOptions): Promise<LocalMail> {
  const store = openMailStore(dir);
  const faults = newFaults();
  const http = createServer((request, response) => void answer({ store, faults }, request, response));
  const httpTaken = await listen(http, httpPort);

  const smtp = makeSmtp(store, faults);
  smtp.listen(smtpPort, '127.0.0.1');
  await once(smtp.server, 'listening').catch(async (error: unknown) => {
    await close(http);
    store.close();
    throw error;
  });
  const smtpTaken = (smtp.server.address() as AddressInfo).port;

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpTaken}`,
    url: `http://127.0.0.1:${httpTaken}`,
    faults,
    close: async () => {
      await close(http);
      await new Promise<void>((done) => {
        smtp.close(done);
      });
      store.close();
    },
  };
}

function makeSmtp(store: MailStore, faults: Struck): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1000,
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => faults.strike().then(() => store.add(to, raw)))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // A client that hangs up is an error event, and one without a listener would end the process.
  server.on('error', (error) => console.error(`Mail: ${error.message}`));
  return server;
}

type Parts = { store: MailStore; faults: Struck };

async function answer({ store, faults }: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const to = url.searchParams.get('to');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /') return send(response, 200, 'text/html', inboxPage(store.list(to), to));
  if (route === 'GET /mail.css') return send(response, 200, 'text/css', stylesheet);
  if (route === 'GET /messages')
    return send(response, 200, 'application/json', JSON.stringify(store.list(to).map(listed)));
  if (route === 'POST /_control') {
    replaceFaults(faults, await text(request));
    response.writeHead(204).end();
    return;
  }
  if (route === 'DELETE /messages') {
    store.clear();
    response.writeHead(204).end();
    return;
  }
  const [, id, at] = /^GET \/mail\/(\d+)(?:\/attachments\/(\d+))?$/.exec(route) ?? [];
  const message = id ? store.find(Number(id)) : undefined;
  const attachment = at ? message?.attachments[Number(at)] : undefined;
  if (attachment) {
    response.writeHead(200, { 'content-type': attachment.type }).end(attachment.content);
    return;
  }
  if (message && !at) return send(response, 200, 'text/html', messagePage(message));
  return send(response, 404, 'text/html', notFoundPage());
}

/** What is attached is named here, and fetched by its own address. */
const listed = ({ attachments, ...message }: Message) => ({
  ...message,
  attachments: attachments.map(({ fileName, type, content }) => ({ fileName, type, bytes: content.byteLength })),
});

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}
