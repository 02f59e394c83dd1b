import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Settings } from './settings.ts';
import { parseTimeSpan } from './timespan.ts';

/** Milliseconds. -1 is for ever. */
const timeSpan = z.string().transform((text, context) => {
  const ms = text === '-1' ? Infinity : parseTimeSpan(text);
  if (ms === null) context.addIssue(`"${text}" is not a time like 00:00:30`);
  return ms ?? z.NEVER;
});

const logLevel = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['trace', 'debug', 'information', 'warning', 'error', 'critical', 'none']));

/** Strict where this host acts on the settings: one it would not obey stops the start. */
const HostJson = z.object({
  version: z.literal('2.0'),
  functionTimeout: timeSpan.prefault('00:30:00'),
  logging: z
    .object({
      // `Function` is every line of a function, its own and the host's about it.
      logLevel: z.object({ default: logLevel.default('information'), Function: logLevel.optional() }).prefault({}),
    })
    .prefault({}),
  extensions: z
    .object({
      http: z.strictObject({ routePrefix: z.string().default('api') }).prefault({}),
      queues: z
        .strictObject({
          batchSize: z.int().min(1).max(32).default(16),
          newBatchThreshold: z.int().min(0).optional(),
          maxDequeueCount: z.int().min(1).default(5),
          visibilityTimeout: timeSpan.prefault('00:00:00'),
          // A minute in Azure; two seconds where the Functions tools run an app for development.
          maxPollingInterval: timeSpan.prefault('00:00:02'),
          messageEncoding: z.enum(['base64', 'none']).default('base64'),
        })
        .prefault({}),
    })
    .prefault({}),
});
export type HostJson = z.infer<typeof HostJson>;
export type QueueOptions = HostJson['extensions']['queues'];
export type LogLevels = HostJson['logging']['logLevel'];

export async function readHostJson(app: string, settings: Settings): Promise<HostJson> {
  const file = path.join(app, 'host.json');
  const parsed = HostJson.safeParse(overridden(JSON.parse(await readFile(file, 'utf8')) as Tree, settings));
  if (!parsed.success) throw new Error(`${file} cannot be obeyed here:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

type Tree = { [name: string]: Tree | string };
const prefix = 'AzureFunctionsJobHost__';

/** An app setting stands for a value of host.json: `AzureFunctionsJobHost__logging__logLevel__default`. */
function overridden(hostJson: Tree, settings: Settings): Tree {
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith(prefix) && value !== undefined) put(hostJson, name.slice(prefix.length).split('__'), value);
  }
  return hostJson;
}

function put(tree: Tree, [name = '', ...deeper]: string[], value: string): void {
  if (deeper.length === 0) tree[name] = value;
  else put((tree[name] ??= {}) as Tree, deeper, value);
}
