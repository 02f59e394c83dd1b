// All that a start loads: which functions there are. What they do is loaded when they are first called.
import { app } from '@azure/functions';
// A setting that is missing stops the start, and not the first visitor.
import './platform/config.ts';
import { flushTelemetry } from './platform/telemetry.ts';
import './realtime/welcome.http.ts';
import './routes.ts';
import './schema/schema.hooks.ts';
import './triggers.ts';

app.setup({ enableHttpStream: true });
app.hook.appTerminate(flushTelemetry);
