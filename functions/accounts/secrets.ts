import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { config } from '#functions/platform/config.ts';

/** 256 random bits that fit in an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Tokens are long and random, so a plain hash of one cannot be guessed back. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** E-mail addresses and codes can be guessed: without the pepper their hash says nothing. */
export const pepperedHashOf = (purpose: string, secret: string): string =>
  createHmac('sha256', config.authPepper).update(`${purpose}\n${secret}`).digest('base64url');

export const newCode = (): string => randomInt(1_000_000).toString().padStart(6, '0');

export function sameSecret(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
