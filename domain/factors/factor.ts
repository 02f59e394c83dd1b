import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { line } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';

export const recoveryCodeCount = 10;
export const mostPasskeys = 20;
export const totpPeriodSeconds = 30;
/** How long somebody may take between the first factor and the second. */
export const signInLifeSeconds = 600;

export const PasskeyName = line(60);

export const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    /** The browser it was made in, such as "Chrome on Windows". */
    device: z.string(),
    createdAt: Moment,
    lastUsedAt: Moment.nullable(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

/** What an account asks for beside the password, without the secrets. */
export const Factors = z
  .object({
    totp: z.object({ since: Moment }).nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(Passkey),
  })
  .meta({ id: 'Factors' });
export type Factors = z.infer<typeof Factors>;

/** `secret` is what the address carries, for who types it in. */
export const TotpStart = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'TotpStart' });
export type TotpStart = z.infer<typeof TotpStart>;

/** Shown once: the server keeps their hashes only. */
export const RecoveryCodes = z.array(z.string()).meta({ id: 'RecoveryCodes' });

/** By what somebody signed in confirms that it is them. `code`: one sent by e-mail. */
export const StepUpWay = z.enum(['password', 'totp', 'passkey', 'recovery-code', 'code']).meta({ id: 'StepUpWay' });
export type StepUpWay = z.infer<typeof StepUpWay>;

/** The step of the clock that a code of an authenticator app belongs to. */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / totpPeriodSeconds);

/** As people type them: in any case, with or without the hyphen. */
export const plainRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '');
