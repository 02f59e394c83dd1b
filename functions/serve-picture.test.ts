import { HttpRequest, InvocationContext } from '@azure/functions';
import { expect, test } from 'vitest';
import { route } from '#domain/kernel/route.ts';
import { handlerOf } from './serve.ts';

const picture = route({
  method: 'GET',
  path: 'picture',
  summary: 'A picture',
  access: 'public',
  produces: 'image/webp',
  cache: 'immutable',
});
const bytes = Buffer.from('RIFF....WEBP');
const ask = async (headers: Record<string, string> = {}): Promise<Response> => {
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/picture', headers });
  const answer = handlerOf('picture', picture, async () => ({ bytes, etag: '"one-48"' }));
  const { status, headers: said, body } = await answer(request, new InvocationContext());
  return new Response((body ?? null) as BodyInit | null, { status: status!, headers: said as Record<string, string> });
};

test('ASVS 5.3.1 ASVS 5.4.1 a picture is sent as nothing but a picture, to be kept by this browser only', async () => {
  const answer = await ask();
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: '"one-48"',
  });
});

test('a browser that has it already is told so, without the bytes', async () => {
  const answer = await ask({ 'if-none-match': '"one-48"' });
  expect([answer.status, answer.body]).toEqual([304, null]);
  expect((await ask({ 'if-none-match': '"another-48"' })).status).toBe(200);
});
