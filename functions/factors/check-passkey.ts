import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import { PasskeyRequest, type PasskeySigned, transportsOf } from '#domain/factors/webauthn.ts';
import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';
import type { Visit } from '#functions/work.ts';
import { challengeLifeSeconds, newChallenge, type Purpose, takeChallenge } from './challenges.ts';
import { factors, type StoredFactors, type StoredPasskey } from './kept-factors.ts';

/** A passkey belongs to this host name, and answers only pages of this origin. */
export const rpId = new URL(config.publicOrigin).hostname;

export const descriptorOf = ({ credentialId, transports }: StoredPasskey) => ({
  id: credentialId,
  type: 'public-key' as const,
  transports: transportsOf(transports),
});

/** What the browser signs by: one of the account's passkeys, or any of this site when nobody is known yet. */
export async function passkeyRequest(visit: Visit, purpose: Purpose): Promise<PasskeyRequest> {
  const { passkeys } = purpose.accountId === null ? { passkeys: [] } : await factors.read(purpose.accountId);
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    challenge: await newChallenge(visit, purpose),
    timeout: challengeLifeSeconds * 1000,
    userVerification: 'required',
  });
  return PasskeyRequest.parse({ ...options, allowCredentials: passkeys.map(descriptorOf) });
}

/** Checks a passkey of the account against the challenge, and remembers the use. */
export async function checkPasskey(visit: Visit, { accountId, challenge, response }: Answer): Promise<void> {
  await factors.change(accountId, async (stored) => {
    const passkey = stored.passkeys.find(({ credentialId }) => credentialId === response.id);
    if (!passkey) throw problems.badPasskey();
    const counter = await counterAfter(passkey, { challenge, response });
    return used(stored, { ...passkey, counter, lastUsedAt: visit.now().toISOString() });
  });
}

/** The account of a passkey that says itself whose it is. */
export async function accountByPasskey(visit: Visit, response: PasskeySigned): Promise<string> {
  const challenge = await takeChallenge(visit, { act: 'sign-in', accountId: null });
  const accountId = await factors.ownerOf(response.id);
  if (accountId === null) throw problems.badPasskey();
  await checkPasskey(visit, { accountId, challenge, response });
  return accountId;
}

type Answer = { accountId: string; challenge: string; response: PasskeySigned };

const used = (stored: StoredFactors, passkey: StoredPasskey): StoredFactors => ({
  ...stored,
  passkeys: stored.passkeys.map((one) => (one.id === passkey.id ? passkey : one)),
});

async function counterAfter(
  { credentialId, publicKey, counter }: StoredPasskey,
  { challenge, response }: Omit<Answer, 'accountId'>,
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { verified, authenticationInfo } = await orRefused(
    verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: config.publicOrigin,
      expectedRPID: rpId,
      credential: { id: credentialId, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw problems.badPasskey();
  return authenticationInfo.newCounter;
}

/** The library throws for whatever does not fit, and for bytes it cannot read. */
async function orRefused(verifying: Promise<VerifiedAuthenticationResponse>): Promise<VerifiedAuthenticationResponse> {
  try {
    return await verifying;
  } catch {
    throw problems.badPasskey();
  }
}
