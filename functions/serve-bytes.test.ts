import { HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import { type ProducedBytes, route } from '#domain/kernel/route.ts';
import { handlerOf } from './serve.ts';

const sent = route({ method: 'GET', path: 'sent', summary: 'A sent file', access: 'public', produces: 'file' });
const ask = async (file: Partial<ProducedBytes>): Promise<Response> => {
  const produced = async (): Promise<ProducedBytes> => ({
    bytes: new Blob(['bytes']).stream(),
    size: 5,
    type: 'application/octet-stream',
    fileName: 'ring.pdf',
    disposition: 'attachment',
    ...file,
  });
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/sent' });
  const { status, headers, body } = await handlerOf('sent', sent, produced)(request, new InvocationContext());
  return new Response(body as BodyInit, { status: status!, headers: headers as Record<string, string> });
};

test('ASVS 5.4.1 what somebody sent is saved, is what it says it is, and may do nothing in a browser', async () => {
  const answer = await ask({});
  expect(await answer.text()).toBe('bytes');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': '5',
    'content-disposition': `attachment; filename="ring.pdf"; filename*=UTF-8''ring.pdf`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('a picture is shown, a PDF also in a frame of our own pages and of nobody else’s', async () => {
  const policyOf = async (type: string) =>
    (await ask({ type, disposition: 'inline' })).headers.get('content-security-policy');
  expect(await policyOf('image/png')).toBe("default-src 'none'; frame-ancestors 'none'");
  const framed = await policyOf('application/pdf');
  expect(framed).toContain("frame-ancestors 'self'");
  expect(framed).not.toContain('script-src');
});

describe('ASVS 5.4.2 the name comes whole, in any script, and says nothing else to the browser', () => {
  test.each([
    ['ring "N".pdf', `filename="ring _N_.pdf"; filename*=UTF-8''ring%20%22N%22.pdf`],
    ['अंगूठी.pdf', `filename="______.pdf"; filename*=UTF-8''${encodeURIComponent('अंगूठी')}.pdf`],
    ["it's (new)*.pdf", `filename="it's (new)*.pdf"; filename*=UTF-8''it%27s%20%28new%29%2a.pdf`],
    ['a;b,c=%41.pdf', `filename="a;b,c=_41.pdf"; filename*=UTF-8''a%3Bb%2Cc%3D%2541.pdf`],
    [
      'a\r\nset-cookie: b=c.pdf',
      `filename="a__set-cookie: b=c.pdf"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b%3Dc.pdf`,
    ],
  ])('%j', async (fileName, named) => {
    const answer = await ask({ fileName });
    expect(answer.headers.get('content-disposition')).toBe(`attachment; ${named}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
