import { factorRoutes } from '#domain/factors/routes.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { call } from '#web/platform/call.ts';
import { signWithPasskey } from './passkey.ts';

/** Anywhere, or at the business of this slug. */
export async function signInWithPasskey(at: { slug?: string }): Promise<SignedIn> {
  const response = await signWithPasskey(await call(factorRoutes.passkeyOptions));
  return call(factorRoutes.passkeySignIn, { body: { response, ...at } });
}
