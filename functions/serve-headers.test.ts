import { HttpRequest, InvocationContext } from '@azure/functions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { type Route, route } from '#domain/kernel/route.ts';
import { handlerOf } from './serve.ts';

const at = { method: 'GET', path: 'things', summary: 'Things', access: 'public' } as const;
async function* noText() {}

/** Each kind of answer there is. */
const answers: [string, Route, () => Promise<unknown>][] = [
  ['a result', route({ ...at, result: z.object({}) }), async () => ({})],
  ['nothing', route(at), async () => undefined],
  ['a text', route({ ...at, produces: 'text/csv' }), async () => ({ fileName: 'a.csv', text: noText() })],
  ['a picture', route({ ...at, produces: 'image/webp' }), async () => ({ bytes: new Uint8Array(), etag: '"1"' })],
  [
    'a file',
    route({ ...at, produces: 'file' }),
    async () => ({
      bytes: new ReadableStream(),
      size: 0,
      type: 'text/html',
      fileName: 'a.html',
      disposition: 'attachment',
    }),
  ],
  ['a problem', route(at), () => Promise.reject(problems.notFound('The thing'))],
  ['a defect', route(at), () => Promise.reject(new Error('Something we did not think of'))],
];

test.each(answers)(
  'F413 %s says how it may be used: the headers of the site do not cover the API',
  async (_, r, answer) => {
    const handler = handlerOf('things', r, answer as () => Promise<never>);
    const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/things' });
    const { headers } = await handler(request, new InvocationContext({ logHandler: () => undefined }));
    const said = Object.fromEntries(new Headers(headers));
    expect(said).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; frame-ancestors 'none'/),
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    expect(said['cache-control']).toMatch(/^(?:no-store|private, )/);
  },
);
