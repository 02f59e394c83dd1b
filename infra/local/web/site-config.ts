import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const Headers = z.record(z.string(), z.string());

/** The part of staticwebapp.config.json that the local web server obeys; anything else in the file is refused. */
const SiteConfig = z.strictObject({
  $schema: z.string().optional(),
  navigationFallback: z.strictObject({ rewrite: z.string(), exclude: z.array(z.string()).default([]) }),
  globalHeaders: Headers.default({}),
  mimeTypes: Headers.default({}),
  routes: z.array(z.strictObject({ route: z.string(), headers: Headers.default({}) })).default([]),
});
export type SiteConfig = z.infer<typeof SiteConfig>;

/** Where the deployed site may reach in the cloud, and on this machine: the deployed one must not reach into its visitors'. */
const here = [
  ['wss://*.webpubsub.azure.com', 'ws://127.0.0.1:*'],
  ['https://login.microsoftonline.com', 'http://127.0.0.1:*'],
] as const;

/** As it is deployed, but that sockets and Microsoft are on this machine. */
export async function readSiteConfig(site: string): Promise<SiteConfig> {
  const text = await readFile(join(site, 'staticwebapp.config.json'), 'utf8');
  return SiteConfig.parse(JSON.parse(here.reduce((all, [cloud, local]) => all.replaceAll(cloud, local), text)));
}

/** `/assets/*` and `*.{png,svg}` as Static Web Apps reads them. */
export function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, options: string) => `(?:${options.replaceAll(',', '|')})`)
    .replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(path);
}

/** Headers of an answer: the global ones, then those of the first route that matches. */
export const headersFor = (config: SiteConfig, path: string): Record<string, string> => ({
  ...config.globalHeaders,
  ...config.routes.find(({ route }) => matches(route, path))?.headers,
});
