import * as z from 'zod';

/** Bytes as browsers write them in JSON. */
const Base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);
const Transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

const Descriptor = z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(Transport) });

/** What a browser is asked to make a passkey by. */
export const PasskeyCreation = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
    timeout: z.int(),
    excludeCredentials: z.array(Descriptor),
    authenticatorSelection: z.object({ residentKey: z.literal('required'), userVerification: z.literal('required') }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreation' });
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** What a browser is asked to sign by. An empty list: any passkey of this site will do. */
export const PasskeyRequest = z
  .object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(Descriptor),
  })
  .meta({ id: 'PasskeyRequest' });
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** Browsers add more to each answer; what is not looked at is left out. */
const answer = { id: Base64url.min(1), rawId: Base64url.min(1), type: z.literal('public-key') };

export const PasskeyMade = z
  .object({
    ...answer,
    response: z.object({
      clientDataJSON: Base64url,
      attestationObject: Base64url,
      transports: z
        .array(z.string().regex(/^[a-z-]{0,20}$/))
        .max(10)
        .default([]),
    }),
  })
  .meta({ id: 'PasskeyMade' });
export type PasskeyMade = z.infer<typeof PasskeyMade>;

export const PasskeySigned = z
  .object({
    ...answer,
    response: z.object({ clientDataJSON: Base64url, authenticatorData: Base64url, signature: Base64url }),
  })
  .meta({ id: 'PasskeySigned' });
export type PasskeySigned = z.infer<typeof PasskeySigned>;

/** The kinds of transport we know; a newer one is only a hint and is left out. */
export const transportsOf = (named: readonly string[]): z.infer<typeof Transport>[] =>
  Transport.options.filter((transport) => named.includes(transport));
