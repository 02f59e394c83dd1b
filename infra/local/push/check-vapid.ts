import { createPublicKey, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

type Refusal = { status: number; reason: string };

const daySeconds = 24 * 60 * 60;

/** Null when a push service would take it: RFC 8030 (TTL), 8188 (the encoding), and 8292 (who sends it). */
export function refusalOf({ headers }: IncomingMessage, origin: string): Refusal | null {
  if (!/^\d+$/.test(headers.ttl?.toString() ?? '')) return { status: 400, reason: 'TTL is missing' };
  if (headers['content-encoding'] !== 'aes128gcm') return { status: 415, reason: 'Not encrypted as aes128gcm' };
  const sender = /^vapid t=(?<token>[\w.-]+), ?k=(?<key>[\w-]+)$/.exec(headers.authorization ?? '')?.groups;
  if (!sender) return { status: 401, reason: 'Authorization is not of the form vapid t=…, k=…' };
  const reason = wrongIn(sender['token']!, { key: sender['key']!, origin });
  return reason ? { status: 403, reason } : null;
}

/** What is wrong with the signed token, in words. */
function wrongIn(token: string, { key, origin }: { key: string; origin: string }): string | null {
  const [head, claims, signature] = token.split('.');
  if (!head || !claims || !signature || jsonOf(head)['alg'] !== 'ES256') return 'The token is not signed with ES256';
  const signed = Buffer.from(`${head}.${claims}`);
  const signer = { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', signed, signer, Buffer.from(signature, 'base64url'))) return 'The signature is wrong';
  const { aud, exp, sub } = jsonOf(claims);
  const secondsLeft = Number(exp) - Date.now() / 1000;
  if (aud !== origin) return 'The token is for another push service';
  if (!(secondsLeft > 0 && secondsLeft <= daySeconds)) return 'The token is over, or lasts for more than a day';
  return /^(mailto:|https:)/.test(String(sub)) ? null : 'The token names nobody to write to';
}

const jsonOf = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

/** An uncompressed point: 4, x and y. */
function publicKeyOf(key: string) {
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x!, y: y! } });
}
