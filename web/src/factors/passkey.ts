import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { PasskeyMade, type PasskeyCreation, type PasskeyRequest, PasskeySigned } from '#domain/factors/webauthn.ts';
import { ProblemError } from '#domain/kernel/problem-error.ts';

/** The browser's own dialog. Closing it is a refusal like any other, with a sentence to read. */
export async function makePasskey(optionsJSON: PasskeyCreation): Promise<PasskeyMade> {
  return PasskeyMade.parse(await orRefused(startRegistration({ optionsJSON })));
}

export async function signWithPasskey(optionsJSON: PasskeyRequest): Promise<PasskeySigned> {
  return PasskeySigned.parse(await orRefused(startAuthentication({ optionsJSON })));
}

async function orRefused<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    throw new ProblemError({
      type: '/problems/no-passkey',
      title: isKnown ? 'This device has a passkey of your account already' : 'No passkey was used',
      detail: isKnown ? 'You can use it to sign in.' : 'It was cancelled or took too long. Please try again.',
      status: 400,
    });
  }
}
