import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { checkIdToken } from './check-id-token.ts';

const tid = '0193f0a0-7e11-4000-8000-0000000000aa';
const oid = '0193f0a0-7e11-4000-8000-0000000000bb';
const clientId = 'starone';
const issuer = 'https://login.example/{tenantid}/v2.0';
const now = new Date('2026-11-21T12:00:00Z');
const at = Math.floor(now.getTime() / 1000);
const good = { tid, oid, nonce: 'n'.repeat(43), iss: `https://login.example/${tid}/v2.0`, aud: clientId };

let keys: ReturnType<typeof createLocalJWKSet>;
let theirs: CryptoKey;
let strangers: CryptoKey;

beforeAll(async () => {
  const [pair, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  theirs = pair.privateKey;
  strangers = other.privateKey;
  keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'theirs', alg: 'RS256' }] });
});

const signed = (
  claims: JWTPayload,
  key = theirs,
  header: { alg: string; kid: string } = { alg: 'RS256', kid: 'theirs' },
) => new SignJWT({ iat: at, exp: at + 600, ...claims }).setProtectedHeader(header).sign(key);

const check = (token: string) => checkIdToken(token, { clientId, issuer, keys, now });

test('ASVS 6.8.2 a token of the directory for this product is taken', async () => {
  expect(await check(await signed(good))).toEqual({ tid, oid, nonce: good.nonce });
});

describe('ASVS 6.8.2 a token is refused', () => {
  const without = ({ ...claims }: JWTPayload, name: string) => {
    delete claims[name];
    return claims;
  };
  test.each([
    ['for another audience', () => signed({ ...good, aud: 'another product' })],
    ['of another issuer', () => signed({ ...good, iss: `https://evil.example/${tid}/v2.0` })],
    [
      'whose issuer is another directory than it says',
      () => signed({ ...good, iss: `https://login.example/${oid}/v2.0` }),
    ],
    ['that has expired', () => signed({ ...good, iat: at - 7200, exp: at - 3600 })],
    ['from the future', () => signed({ ...good, nbf: at + 3600 })],
    [
      'without an end',
      () => new SignJWT({ ...good, iat: at }).setProtectedHeader({ alg: 'RS256', kid: 'theirs' }).sign(theirs),
    ],
    ['without a nonce', () => signed(without(good, 'nonce'))],
    ['without a directory', () => signed(without(good, 'tid'))],
    ['without a person', () => signed(without(good, 'oid'))],
    ['signed by somebody else', () => signed(good, strangers)],
    ['signed by nobody (alg none)', async () => new UnsecuredJWT({ ...good, iat: at, exp: at + 600 }).encode()],
    ['of which a letter was changed', async () => changed(await signed(good))],
    ['that is none', async () => 'not.a.token'],
  ])('%s', async (_, make) => {
    expect(await refusalOf(check(await make()))).toMatchObject({ type: '/problems/login-lapsed' });
  });

  test('signed with the public key as if it were a secret', async () => {
    const secret = new TextEncoder().encode('the public key of the directory, which everybody knows');
    const token = await new SignJWT({ ...good, iat: at, exp: at + 600 })
      .setProtectedHeader({ alg: 'HS256', kid: 'theirs' })
      .sign(secret);
    expect(await refusalOf(check(token))).toMatchObject({ type: '/problems/login-lapsed' });
  });
});

/** Another person in the same envelope. */
function changed(token: string): string {
  const [header, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...good, oid: tid, iat: at, exp: at + 600 })).toString('base64url');
  return [header, payload, signature].join('.');
}
