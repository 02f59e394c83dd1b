import * as z from 'zod';
import { type Factors, Passkey } from '#domain/factors/factor.ts';
import type { SecondFactor } from '#domain/members/member.ts';
import { hashOf } from '#functions/accounts/secrets.ts';
import { points } from '#functions/platform/points.ts';

const StoredPasskey = Passkey.extend({
  credentialId: z.string(),
  publicKey: z.string(),
  /** Of uses, by the authenticator's own count: it never goes back, or the passkey was copied. */
  counter: z.int(),
  transports: z.array(z.string()),
});
export type StoredPasskey = z.infer<typeof StoredPasskey>;

/** All factors of an account in one document, so that each change is one conditional write. */
export const StoredFactors = z.object({
  totp: z.object({ secret: z.string(), since: z.iso.datetime(), lastStep: z.int() }).nullable(),
  /** An authenticator app that has not shown a code yet. */
  begun: z.object({ secret: z.string(), sessionId: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  recovery: z.object({ salt: z.string(), hashes: z.array(z.string()) }).nullable(),
  passkeys: z.array(StoredPasskey),
});
export type StoredFactors = z.infer<typeof StoredFactors>;

const none: StoredFactors = { totp: null, begun: null, recovery: null, passkeys: [] };
const keyOf = (accountId: string): string => `f|${accountId}`;
const Pointer = z.object({ accountId: z.string() });
const pointerOf = (credentialId: string): string => `k|${hashOf(credentialId)}`;

export const factors = {
  read: async (accountId: string): Promise<StoredFactors> =>
    (await points.read(keyOf(accountId), StoredFactors))?.value ?? none,

  /** `decide` is asked again, with what stands then, whenever somebody else was faster; what it throws is the answer. */
  async change(accountId: string, decide: (now: StoredFactors) => Promise<StoredFactors>): Promise<StoredFactors> {
    const key = keyOf(accountId);
    for (;;) {
      const found = await points.read(key, StoredFactors);
      const next = await decide(found?.value ?? none);
      if (found ? await points.replace(key, next, found.etag) : await points.create(key, next)) return next;
    }
  },

  /** False when the credential belongs to somebody already. */
  claim: (credentialId: string, accountId: string): Promise<boolean> =>
    points.create(pointerOf(credentialId), { accountId }),

  ownerOf: async (credentialId: string): Promise<string | null> =>
    (await points.read(pointerOf(credentialId), Pointer))?.value.accountId ?? null,

  remove: (accountId: string): Promise<boolean> => points.remove(keyOf(accountId)),

  release: (credentialId: string): Promise<boolean> => points.remove(pointerOf(credentialId)),
};

export const hasFactor = ({ totp, passkeys }: StoredFactors): boolean => totp !== null || passkeys.length > 0;

/** By what the second factor can be given. Recovery codes stand in for a factor; they are none. */
export function waysOf(stored: StoredFactors): SecondFactor[] {
  if (!hasFactor(stored)) return [];
  const ways: SecondFactor[] = [];
  if (stored.totp) ways.push('totp');
  if (stored.passkeys.length > 0) ways.push('passkey');
  if (stored.recovery && stored.recovery.hashes.length > 0) ways.push('recovery-code');
  return ways;
}

export const shown = ({ totp, recovery, passkeys }: StoredFactors): Factors => ({
  totp: totp && { since: totp.since },
  recoveryCodesLeft: recovery?.hashes.length ?? 0,
  passkeys: passkeys.map((passkey) => Passkey.parse(passkey)),
});
