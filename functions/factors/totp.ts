import { randomBytes } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';
import { type TotpStart, totpPeriodSeconds, totpStep } from '#domain/factors/factor.ts';
import { sameSecret } from '#functions/accounts/secrets.ts';

/** Phones and people are late or early by one step at most. */
const window = 1;
const secretBytes = 20;

/** 160 random bits, written with letters because that is what the library takes. */
export const newTotpSecret = (): string => randomBytes(secretBytes).toString('base64url');

/** What the authenticator app reads; the e-mail address tells one account from another there. */
export function totpStartOf(secret: string, email: string): TotpStart {
  const uri = createOTP(secret, { period: totpPeriodSeconds }).url('StarOne CRM', email);
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
}

export const totpCode = (secret: string, step: number): Promise<string> => createOTP(secret).hotp(step);

/** The step the code belongs to, later than the last one used: a code works once. Null when it fits none. */
export async function stepOfCode(secret: string, code: string, { now, after }: Clock): Promise<number | null> {
  const current = totpStep(now);
  let found: number | null = null;
  for (let step = current - window; step <= current + window; step++) {
    if (sameSecret(await totpCode(secret, step), code) && step > after) found = step;
  }
  return found;
}

type Clock = { now: Date; after: number };
