import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { headersFor, parseSiteConfig } from './local/web/site-config.ts';
import { anyCloudHosts, siteConfigWith, thisMachinesHosts } from './site-config.ts';

/** The directives of a policy by their names. */
const policyOf = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    headers['Content-Security-Policy']!.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

const deployed = parseSiteConfig(
  await siteConfigWith('wss://wps-1.webpubsub.azure.com https://login.microsoftonline.com'),
);

test('F413 the policy of the deployed site names what it loads and where it connects, and nothing else', () => {
  expect(policyOf(headersFor(deployed, '/tasks'))).toEqual({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' blob: data:",
    'worker-src': "'self'",
    'connect-src': "'self' wss://wps-1.webpubsub.azure.com https://login.microsoftonline.com",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self' https://checkout.stripe.com",
    'object-src': "'none'",
  });
});

test('every page says how it may be used', () => {
  expect(headersFor(deployed, '/tasks')).toMatchObject({
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'microphone=(self), camera=(self), display-capture=(self)',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  });
});

test('a file with its digest in its name is kept, with the same policy; a page is asked for again', () => {
  const script = headersFor(deployed, '/assets/index-1a2b3c4d.js');
  expect(script['Cache-Control']).toBe('public, max-age=31536000, immutable');
  expect(script['Content-Security-Policy']).toBe(headersFor(deployed, '/')['Content-Security-Policy']);
  for (const path of ['/', '/index.html', '/sw.js', '/w/marlow/login'])
    expect([path, headersFor(deployed, path)['Cache-Control']]).toEqual([path, 'no-cache']);
});

describe('the hosts to connect to', () => {
  test('are this machine here and the cloud there: all else of the file is the same', async () => {
    const [here, cloud] = await Promise.all([siteConfigWith(thisMachinesHosts), siteConfigWith(anyCloudHosts)]);
    expect(here.replace(thisMachinesHosts, anyCloudHosts)).toBe(cloud);
    expect(cloud).not.toContain('127.0.0.1');
  });

  test('are not written into the file that is kept', async () => {
    const kept = await readFile(new URL('../web/staticwebapp.config.json', import.meta.url), 'utf8');
    expect(kept.match(/\{[A-Z_]+\}/g)).toEqual(['{SITE_CONNECT}']);
    expect(await siteConfigWith(anyCloudHosts)).not.toMatch(/\{[A-Z_]+\}/);
  });

  test.each(['', 'wps-1.webpubsub.azure.com', "wss://a.example; script-src 'unsafe-inline'", '*', 'wss://a.example  '])(
    '%j is refused with the name of the setting and an example',
    async (connect) => {
      await expect(siteConfigWith(connect)).rejects.toThrow(/SITE_CONNECT is not a list of hosts, such as "wss:/);
    },
  );
});
