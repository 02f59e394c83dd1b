import { AzureMonitorLogExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { credential } from './credential.ts';
import type { Insights } from './telemetry.ts';
import type { Telemetry } from './telemetry-settings.ts';

const product = 'starone-api';

/** Application Insights by OpenTelemetry. Heavy to load: `telemetry.ts` does it when there is something to tell. */
export function insightsOf({ connection, isKeyless, api }: Telemetry): Insights {
  const options = {
    connectionString: connection,
    ...(isKeyless && { credential }),
    // What cannot be sent is lost: nothing of it is to lie about on a disk.
    disableOfflineStorage: true,
    // Plain http is only ever the local endpoint: the service itself refuses it.
    ...(api && { host: api, allowInsecureConnection: api.startsWith('http://127.0.0.1:') }),
  };
  const resource = resourceFromAttributes({ 'service.name': product });
  const spans = new BatchSpanProcessor(new AzureMonitorTraceExporter(options));
  const records = new BatchLogRecordProcessor({ exporter: new AzureMonitorLogExporter(options) });
  const tracer = new BasicTracerProvider({ resource, spanProcessors: [spans] }).getTracer(product);
  const logger = new LoggerProvider({ resource, processors: [records] }).getLogger(product);

  return {
    request({ id, name, method, startedAt, endedAt, status, isFailed, facts }) {
      const attributes = {
        ...facts,
        ...(method && { 'http.request.method': method }),
        ...(status && { 'http.response.status_code': status }),
      };
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, startTime: startedAt, attributes }, contextOf(id));
      span.setStatus({ code: isFailed ? SpanStatusCode.ERROR : SpanStatusCode.OK });
      span.end(endedAt);
    },
    event: (id, event, facts) =>
      logger.emit({
        context: contextOf(id),
        severityNumber: SeverityNumber.WARN,
        attributes: { ...facts, 'microsoft.custom_event.name': event },
      }),
    exception: (id, { type, code, stack }, facts) =>
      logger.emit({
        context: contextOf(id),
        severityNumber: SeverityNumber.ERROR,
        attributes: {
          ...facts,
          'exception.type': type,
          'exception.message': code ?? type,
          'exception.stacktrace': stack.join('\n') || 'unknown',
        },
      }),
    flush: async () => void (await Promise.all([spans.forceFlush(), records.forceFlush()])),
  };
}

/** The operation of Application Insights is the invocation: its id without the dashes. */
function contextOf(invocationId: string) {
  const traceId = invocationId.replaceAll('-', '');
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId: traceId.slice(0, 16), traceFlags: TraceFlags.SAMPLED });
}
