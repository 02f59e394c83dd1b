import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const Loaded = z.object({ ms: z.number(), functions: z.array(z.string()) });

// They stop nobody here: a start reads settings, and reaches for a service when it is first asked for something.
const settings = {
  PUBLIC_ORIGIN: 'http://localhost:4280',
  AUTH_SECRET: 'a secret of more than thirty-two characters',
  AUTH_PEPPER: 'a pepper of more than thirty-two characters',
  STRIPE_SECRET_KEY: 'sk_test_local',
  STRIPE_WEBHOOK_SECRETS: 'whsec_local',
  COSMOS: 'AccountEndpoint=http://127.0.0.1:1/;AccountKey=bm9uZQ==;',
  STORAGE: 'UseDevelopmentStorage=true',
  PUBSUB: 'Endpoint=http://127.0.0.1;Port=1;AccessKey=bm9uZQ==;Version=1.0;',
  MAIL_SMTP: 'smtp://127.0.0.1:1',
};

/** Loads it in a process of its own: how long that took, and which functions there are. */
export async function loadPackage(folder: string, without?: keyof typeof settings): Promise<z.infer<typeof Loaded>> {
  const { [without ?? '']: _, ...env } = { PATH: process.env['PATH'], ...settings } as Record<string, string>;
  const script = join(import.meta.dirname, 'load.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { env, cwd: folder });
  return Loaded.parse(JSON.parse(stdout));
}
