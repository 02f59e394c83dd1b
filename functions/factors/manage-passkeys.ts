import { mostPasskeys, Passkey } from '#domain/factors/factor.ts';
import { PasskeyCreation, type PasskeyMade } from '#domain/factors/webauthn.ts';
import { problems } from '#domain/kernel/problem.ts';
import { deviceName } from '#functions/accounts/device-name.ts';
import { config } from '#functions/platform/config.ts';
import type { Work } from '#functions/work.ts';
import { announce } from './announce.ts';
import { challengeLifeSeconds, newChallenge, takeChallenge } from './challenges.ts';
import { descriptorOf, rpId } from './check-passkey.ts';
import { factors, type StoredFactors, type StoredPasskey } from './kept-factors.ts';
import { codesForFirst, settle, shownCodes, withoutOrphans } from './first-factor.ts';

/** An authenticator that has one of the account's passkeys is not asked for a second. */
export async function beginPasskey(work: Work): Promise<PasskeyCreation> {
  const { accountId, memberId } = work.caller;
  const { passkeys } = await factors.read(accountId);
  refuseTooMany(passkeys);
  const { email, name } = await work.members.get(memberId);
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpName: 'StarOne CRM',
    rpID: rpId,
    userName: email,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(accountId)),
    challenge: await newChallenge(work, { act: 'register', accountId }),
    timeout: challengeLifeSeconds * 1000,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return PasskeyCreation.parse({ ...options, excludeCredentials: passkeys.map(descriptorOf) });
}

type Added = { passkey: Passkey; recoveryCodes: string[] | null };

export async function addPasskey(
  work: Work,
  { name, response }: { name: string; response: PasskeyMade },
): Promise<Added> {
  const { accountId } = work.caller;
  const passkey = await passkeyOf(work, { name, response });
  if (!(await factors.claim(passkey.credentialId, accountId))) throw problems.badPasskey();
  const first = await codesForFirst(accountId);
  const after = await factors.change(accountId, async (stored) => {
    refuseTooMany(stored.passkeys);
    const recovery = stored.recovery ?? first?.kept ?? null;
    return { ...stored, passkeys: [...stored.passkeys, passkey], recovery };
  });
  await settle(accountId);
  await announce(work, { action: 'factor-added', event: 'passkey-added', factor: name });
  return { passkey: Passkey.parse(passkey), recoveryCodes: shownCodes(first, after) };
}

async function passkeyOf(work: Work, { name, response }: { name: string; response: PasskeyMade }) {
  const expectedChallenge = await takeChallenge(work, { act: 'register', accountId: work.caller.accountId });
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const made = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {}, response: { ...response.response, transports: [] } },
    expectedChallenge,
    expectedOrigin: config.publicOrigin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (!made?.verified) throw problems.badPasskey();
  const { credential } = made.registrationInfo;
  return {
    id: work.newId(),
    name,
    device: deviceName(work.headers.get('user-agent') ?? ''),
    createdAt: work.now().toISOString(),
    lastUsedAt: null,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: response.response.transports,
  } satisfies StoredPasskey;
}

export async function renamePasskey({ caller }: Work, passkeyId: string, name: string): Promise<Passkey> {
  const { passkeys } = await factors.change(caller.accountId, async (stored) => {
    const renamed = { ...passkeyIn(stored, passkeyId), name };
    return { ...stored, passkeys: stored.passkeys.map((one) => (one.id === passkeyId ? renamed : one)) };
  });
  return Passkey.parse(passkeys.find(({ id }) => id === passkeyId));
}

export async function removePasskey(work: Work, passkeyId: string): Promise<void> {
  const { accountId } = work.caller;
  const { credentialId, name } = passkeyIn(await factors.read(accountId), passkeyId);
  await factors.change(accountId, async (stored) => {
    passkeyIn(stored, passkeyId);
    return withoutOrphans({ ...stored, passkeys: stored.passkeys.filter(({ id }) => id !== passkeyId) });
  });
  await factors.release(credentialId);
  await settle(accountId);
  await announce(work, { action: 'factor-removed', event: 'passkey-removed', factor: name });
}

function passkeyIn({ passkeys }: StoredFactors, passkeyId: string): StoredPasskey {
  const found = passkeys.find(({ id }) => id === passkeyId);
  if (!found) throw problems.notFound('The passkey');
  return found;
}

function refuseTooMany(passkeys: readonly StoredPasskey[]): void {
  if (passkeys.length >= mostPasskeys) throw problems.conflict('Please remove a passkey you no longer use first.');
}
