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

export const parseSiteConfig = (text: string): SiteConfig => SiteConfig.parse(JSON.parse(text));

/** `/assets/*` and `*.{png,svg}` as Static Web Apps reads them. */
export function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, options: string) => `(?:${options.replaceAll(',', '|')})`)
    .replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(path);
}

/** A folder is asked for as the index.html in it. */
const withIndex = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

/** Headers of an answer: the global ones, then those of the first route that matches; an empty one is taken away. */
export function headersFor({ globalHeaders, routes }: SiteConfig, path: string): Record<string, string> {
  const rule = routes.find(({ route }) => matches(route, path) || matches(route, withIndex(path)));
  const headers = Object.entries({ ...globalHeaders, ...rule?.headers });
  return Object.fromEntries(headers.filter(([, value]) => value !== ''));
}

export const mayFallBack = ({ navigationFallback }: SiteConfig, path: string): boolean =>
  !navigationFallback.exclude.some((pattern) => matches(pattern, path));
