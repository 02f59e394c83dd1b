import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { close, listen } from '../listen.ts';
import { answerApi, type ApiRequest, keyOf } from './api.ts';
import { makeClock } from './clock.ts';
import { answerConnectPage } from './connect/connect-pages.ts';
import { type Context, platform } from './context.ts';
import { answerControl, type Controls, makeControls } from './control.ts';
import { makeFaults } from './faults.ts';
import { makeKeyClaims } from './idempotency.ts';
import { noticePage, stylesheet } from './pages/layout.ts';
import { answerPage, type PageAnswer } from './pay.ts';
import { answerReceipt } from './receipt.ts';
import { openStore } from './store.ts';
import { doDueTasks } from './tasks.ts';
import type { WebhookTarget } from './webhooks/post.ts';
import { startWebhooks } from './webhooks/webhooks.ts';

export interface StripeOptions {
  /** 0 takes a free port. */
  port: number;
  /** The folder of its database. */
  dir: string;
  /** Events wait on disk until there is one. */
  webhook: WebhookTarget | undefined;
}

export interface LocalStripe {
  url: string;
  host: string;
  port: number;
  controls: Controls;
  setWebhook: (target: WebhookTarget | undefined) => void;
  close: () => Promise<void>;
}

const taskEveryMs = 500;

/** Stripe on this machine. State is on disk before any answer; a kill at any moment loses nothing that was answered. */
export async function startStripe({ port, dir, webhook }: StripeOptions): Promise<LocalStripe> {
  const store = openStore(dir);
  const clock = makeClock();
  const faults = makeFaults();
  const webhooks = startWebhooks({ store, faults, target: webhook });
  const claims = makeKeyClaims(store, () => clock.now());
  let origin = '';

  const contextOf = (account: string, request: Context['request'] = null): Context => ({
    store,
    clock,
    account,
    origin,
    request,
    planDeliveries: faults.planDeliveries,
  });
  const doDue = () => {
    const done = doDueTasks(contextOf);
    if (done > 0) webhooks.wake();
    return done;
  };
  const controls = makeControls({ clock, faults, webhooks, contextOf, doDueTasks: doDue });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname.startsWith('/v1/') || url.pathname.startsWith('/v2/'))
      return answerApiCall(request, response, url);
    const body = await text(request);
    if (url.pathname.startsWith('/_control/'))
      return answerJson(response, await answerControl(controls, method, url.pathname, body));
    if (url.pathname === '/_assets/pages.css')
      return send(response, 200, { 'content-type': 'text/css; charset=utf-8' }, stylesheet);

    doDue();
    const page = answerHostedPage(method, url, body);
    webhooks.wake();
    const location = page.location ? { location: page.location } : {};
    return send(response, page.status, { 'content-type': 'text/html; charset=utf-8', ...location }, page.body);
  }

  function answerHostedPage(method: string, url: URL, body: string): PageAnswer {
    if (url.pathname.startsWith('/receipts/')) return answerReceipt(contextOf(platform), url);
    if (url.pathname.startsWith('/connect/')) return answerConnectPage(contextOf(platform), method, url, body);
    return answerPage(contextOf, method, url, body);
  }

  async function answerApiCall(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const call = { method: request.method ?? 'GET', url, headers: headersOf(request) };
    const giveBackKey = claims.take(call.headers.get('stripe-account') ?? platform, keyOf(call));
    try {
      const body = await text(request);
      doDue();
      await sendAnswer(response, { ...call, body, hasKey: giveBackKey !== undefined });
    } finally {
      giveBackKey?.();
    }
  }

  async function sendAnswer(response: ServerResponse, call: ApiRequest): Promise<void> {
    const fault = faults.nextApiFault();
    if (fault?.status) {
      const message = `The local Stripe answers ${fault.status} on purpose.`;
      return send(response, fault.status, json, JSON.stringify({ error: { type: 'api_error', message } }));
    }
    const answered = answerApi(contextOf, call);
    webhooks.wake();
    if (fault?.delayMs) await wait(fault.delayMs);
    if (fault?.cut) return void response.destroy();
    return send(response, answered.status, { ...json, ...answered.headers }, answered.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (request.url?.startsWith('/_control/'))
        return send(response, 400, json, JSON.stringify({ message: String(error) }));
      console.error(error);
      return send(response, 500, { 'content-type': 'text/html; charset=utf-8' }, failurePage);
    });
  });
  const stop = async () => {
    await close(server);
    await webhooks.close();
    store.close();
  };
  const taken = await listen(server, port).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  origin = `http://127.0.0.1:${taken}`;
  const timer = setInterval(doDue, taskEveryMs);

  return {
    url: origin,
    host: '127.0.0.1',
    port: taken,
    controls,
    setWebhook: webhooks.setTarget,
    close: async () => {
      clearInterval(timer);
      await stop();
    },
  };
}

const json = { 'content-type': 'application/json' };
const failurePage = noticePage({
  title: 'Something failed',
  text: 'Nothing was charged. The log of the local Stripe says why.',
});

const answerJson = (response: ServerResponse, value: unknown): void =>
  send(response, 200, json, JSON.stringify(value ?? {}));

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, headers).end(body);
}

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]));
}
