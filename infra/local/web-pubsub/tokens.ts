import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

const oneOrMany = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Header = z.looseObject({ alg: z.literal('HS256') });
const Claims = z.looseObject({
  exp: z.number(),
  nbf: z.number().optional(),
  aud: oneOrMany,
  sub: z.string().optional(),
  role: oneOrMany.default([]),
  'webpubsub.group': oneOrMany.default([]),
});
export type Claims = z.infer<typeof Claims>;

/** Azure forgives a clock that is this many seconds ahead. */
const clockSkew = 300;

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

// The access key is used as text, although it looks like base64.
const signatureOf = (content: string, key: string) => createHmac('sha256', key).update(content).digest();

export function signToken(claims: Record<string, unknown>, key: string): string {
  const content = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${content}.${signatureOf(content, key).toString('base64url')}`;
}

export const bearerOf = ({ headers }: IncomingMessage): string =>
  /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** The claims of a token that is valid now and was made for this URL; refuses every other text. */
export function claimsFor(url: URL, token: string, keys: readonly string[]): Claims {
  const claims = verified(token, keys);
  if (!claims || !isCurrent(claims) || !isMeantFor(claims, url)) {
    throw new Refusal(401, 'The access token is not valid here.');
  }
  return claims;
}

function verified(token: string, keys: readonly string[]): Claims | null {
  const [header, payload, signature, ...rest] = token.split('.');
  if (!header || !payload || !signature || rest.length > 0) return null;

  const given = Buffer.from(signature, 'base64url');
  const isSigned = keys.some((key) => {
    const wanted = signatureOf(`${header}.${payload}`, key);
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  });
  if (!isSigned || !Header.safeParse(decoded(header)).success) return null;
  return Claims.safeParse(decoded(payload)).data ?? null;
}

function isCurrent({ exp, nbf = 0 }: Claims): boolean {
  const seconds = Date.now() / 1000;
  return exp > seconds && nbf <= seconds + clockSkew;
}

/** Host and path decide, letter case and query do not: a proxy may reorder or add to the query. */
const isMeantFor = (claims: Claims, url: URL): boolean =>
  claims.aud.some((audience) => {
    const meant = URL.parse(audience);
    return meant !== null && placeOf(meant) === placeOf(url);
  });

const placeOf = (url: URL) => `${url.host}${url.pathname.replace(/\/$/, '')}`.toLowerCase();
