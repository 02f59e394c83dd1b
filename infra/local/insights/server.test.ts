import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureMonitorLogExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { LoggerProvider, BatchLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalInsights, startInsights } from './server.ts';

let dir: string;
let insights: LocalInsights;
beforeAll(async () => {
  vi.stubEnv('APPLICATION_INSIGHTS_NO_STATSBEAT', 'yes');
  dir = await mkdtemp(join(tmpdir(), 'insights-'));
  insights = await startInsights({ port: 0, dir });
  vi.stubEnv('HTTPS_PROXY', insights.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await insights.close();
  await rm(dir, { recursive: true, force: true });
});

const options = () => ({
  connectionString: insights.connectionString,
  host: insights.url,
  allowInsecureConnection: true,
  disableOfflineStorage: true,
});

const listed = async (query: string): Promise<unknown[]> =>
  (await (await fetch(`${insights.url}/items?${query}`)).json()) as unknown[];

const send = (body: string) =>
  fetch(`${insights.url}/v2.1/track`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

test('a request that the real exporter sends is a row with its facts', async () => {
  const spans = new SimpleSpanProcessor(new AzureMonitorTraceExporter(options()));
  const attributes = { charge: '7.2', 'http.request.method': 'POST', 'http.response.status_code': 503 };
  const tracer = new BasicTracerProvider({ spanProcessors: [spans] }).getTracer('test');
  const span = tracer.startSpan('tasks-create', { kind: SpanKind.SERVER, attributes });
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
  await spans.forceFlush();
  const operation = span.spanContext().traceId;
  expect(await listed(`operation=${operation}`)).toMatchObject([
    { kind: 'request', name: 'tasks-create', status: '503', isFailed: true, facts: { charge: '7.2' } },
  ]);
});

test('events and exceptions that the real exporter sends are rows of their kinds', async () => {
  const records = new BatchLogRecordProcessor({ exporter: new AzureMonitorLogExporter(options()) });
  const logger = new LoggerProvider({ processors: [records] }).getLogger('test');
  logger.emit({ attributes: { 'microsoft.custom_event.name': 'dead_letter', source: 'segments' } });
  logger.emit({ attributes: { 'exception.type': 'TypeError', 'exception.stacktrace': 'at a (a.ts:1:1)' } });
  await records.forceFlush();
  expect(await listed('kind=event')).toMatchObject([{ name: 'dead_letter', facts: { source: 'segments' } }]);
  expect(await listed('kind=exception')).toMatchObject([{ name: 'TypeError' }]);
});

test('of a batch what can be read is kept, and what cannot is named by its place', async () => {
  const envelope = {
    time: new Date().toISOString(),
    iKey: crypto.randomUUID(),
    tags: { 'ai.operation.id': 'kept' },
    data: { baseType: 'EventData', baseData: { ver: 2, name: 'kept' } },
  };
  const response = await send(JSON.stringify([{ data: {} }, envelope]));
  expect(response.status).toBe(206);
  expect(await response.json()).toMatchObject({ itemsReceived: 2, itemsAccepted: 1, errors: [{ index: 0 }] });
  expect(await listed('name=kept')).toHaveLength(1);
});

test.each(['', 'not JSON', '{}'])('what is no list is refused: "%s"', async (body) => {
  expect((await send(body)).status).toBe(400);
});

test('what is not known says so', async () => {
  expect((await fetch(`${insights.url}/v2.1/query`)).status).toBe(501);
});

test('what was told outlives a restart, and its page shows it', async () => {
  const again = await startInsights({ port: 0, dir });
  const page = await (await fetch(again.url)).text();
  await again.close();
  expect(page).toContain('tasks-create');
});
