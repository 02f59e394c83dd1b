import * as z from 'zod';
import { Code, CodeSent, Slug, Ticket } from '#domain/accounts/account.ts';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { SecondFactor, SignedIn } from '#domain/members/member.ts';
import { Factors, Passkey, PasskeyName, RecoveryCodes, StepUpWay, TotpStart } from './factor.ts';
import { PasskeyCreation, PasskeyMade, PasskeyRequest, PasskeySigned } from './webauthn.ts';

const ofPasskey = z.strictObject({ passkeyId: Id });

const byCode = z.strictObject({ way: z.enum(['totp', 'recovery-code']), code: Code });
const byPasskey = z.strictObject({ way: z.literal('passkey'), response: PasskeySigned });
export const SecondFactorProof = z.discriminatedUnion('way', [byCode, byPasskey]);
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

export const StepUpProof = z.discriminatedUnion('way', [
  byCode,
  z.strictObject({ way: z.literal('code'), ticket: Ticket, code: Code }),
  byPasskey,
  z.strictObject({ way: z.literal('password'), current: z.string().min(1).max(128) }),
]);
export type StepUpProof = z.infer<typeof StepUpProof>;

export const factorRoutes = {
  state: route({
    method: 'GET',
    path: 'me/factors',
    summary: 'Which second factors the account has',
    access: 'signed-in',
    result: Factors,
  }),
  beginTotp: route({
    method: 'POST',
    path: 'me/totp',
    summary: 'Get a secret for an authenticator app; it counts once a code confirmed it',
    access: 'signed-in',
    stepUp: true,
    result: TotpStart,
  }),
  confirmTotp: route({
    method: 'POST',
    path: 'me/totp/confirm',
    summary: 'Turn the authenticator app on with its first code; recovery codes come with the first factor',
    access: 'signed-in',
    body: z.strictObject({ code: Code }),
    result: z.object({ recoveryCodes: RecoveryCodes.nullable() }),
  }),
  removeTotp: route({
    method: 'DELETE',
    path: 'me/totp',
    summary: 'Remove the authenticator app',
    access: 'signed-in',
    stepUp: true,
  }),
  renewRecoveryCodes: route({
    method: 'POST',
    path: 'me/recovery-codes',
    summary: 'Make new recovery codes; the earlier ones stop working',
    access: 'signed-in',
    stepUp: true,
    result: z.object({ recoveryCodes: RecoveryCodes }),
  }),
  beginPasskey: route({
    method: 'POST',
    path: 'me/passkey-options',
    summary: 'What the browser makes a passkey by',
    access: 'signed-in',
    stepUp: true,
    result: PasskeyCreation,
  }),
  addPasskey: route({
    method: 'POST',
    path: 'me/passkeys',
    summary: 'Add the passkey the browser made; recovery codes come with the first factor',
    access: 'signed-in',
    body: z.strictObject({ name: PasskeyName, response: PasskeyMade }),
    result: z.object({ passkey: Passkey, recoveryCodes: RecoveryCodes.nullable() }),
    status: 201,
  }),
  renamePasskey: route({
    method: 'PATCH',
    path: 'me/passkeys/{passkeyId}',
    summary: 'Rename a passkey',
    access: 'signed-in',
    params: ofPasskey,
    body: z.strictObject({ name: PasskeyName }),
    result: Passkey,
  }),
  removePasskey: route({
    method: 'DELETE',
    path: 'me/passkeys/{passkeyId}',
    summary: 'Remove a passkey',
    access: 'signed-in',
    stepUp: true,
    params: ofPasskey,
  }),
  waysOfSignIn: route({
    method: 'GET',
    path: 'accounts/second-factor',
    summary: 'By what the sign-in of this browser can be finished',
    access: 'public',
    result: z.object({ ways: z.array(SecondFactor) }),
  }),
  secondFactor: route({
    method: 'POST',
    path: 'accounts/second-factor',
    summary: 'Finish the sign-in of this browser with a second factor',
    access: 'public',
    limit: 'ways-in',
    body: SecondFactorProof,
    result: SignedIn,
  }),
  secondFactorOptions: route({
    method: 'POST',
    path: 'accounts/second-factor/options',
    summary: 'What the browser signs with a passkey by, as the second factor',
    access: 'public',
    limit: 'ways-in',
    result: PasskeyRequest,
  }),
  passkeyOptions: route({
    method: 'POST',
    path: 'accounts/passkey/options',
    summary: 'What the browser signs in with a passkey by',
    access: 'public',
    limit: 'ways-in',
    result: PasskeyRequest,
  }),
  passkeySignIn: route({
    method: 'POST',
    path: 'accounts/passkey',
    summary: 'Sign in with a passkey alone; at a business with its slug',
    access: 'public',
    limit: 'ways-in',
    body: z.strictObject({ response: PasskeySigned, slug: Slug.optional() }),
    result: SignedIn,
  }),
  waysOfStepUp: route({
    method: 'GET',
    path: 'me/step-up',
    summary: 'By what the person can confirm that it is them',
    access: 'signed-in',
    result: z.object({ ways: z.array(StepUpWay) }),
  }),
  stepUp: route({
    method: 'POST',
    path: 'me/step-up',
    summary: 'Confirm that it is you: sensitive acts are open for 10 minutes',
    access: 'signed-in',
    body: StepUpProof,
  }),
  sendStepUpCode: route({
    method: 'POST',
    path: 'me/step-up/code',
    summary: 'Send the code that confirms it is you by e-mail',
    access: 'signed-in',
    result: CodeSent,
    status: 202,
  }),
  stepUpOptions: route({
    method: 'POST',
    path: 'me/step-up/options',
    summary: 'What the browser confirms with a passkey by',
    access: 'signed-in',
    result: PasskeyRequest,
  }),
};
