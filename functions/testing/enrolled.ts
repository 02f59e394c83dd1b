import { base32 } from '@better-auth/utils/base32';
import { totpStep } from '#domain/factors/factor.ts';
import type { Me, SignedIn } from '#domain/members/member.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { addPasskey, beginPasskey } from '#functions/factors/manage-passkeys.ts';
import { beginTotp, confirmTotp } from '#functions/factors/manage-totp.ts';
import { totpCode } from '#functions/factors/totp.ts';
import { config } from '#functions/platform/config.ts';
import { softwareAuthenticator } from './authenticator.ts';
import type { Visitor } from './visitor.ts';

/** An authenticator app: it reads the address once and shows the code of any moment. */
export function authenticatorApp(uri: string) {
  const typed = new URL(uri).searchParams.get('secret') ?? '';
  const secret = new TextDecoder().decode(base32.decode(typed));
  return { secret, codeAt: (now: Date): Promise<string> => totpCode(secret, totpStep(now)) };
}
type AuthenticatorApp = ReturnType<typeof authenticatorApp>;

/** Sets up an authenticator app, one step of the clock ago: the code of this moment is unused. */
export async function enrolTotp(visitor: Visitor): Promise<{ app: AuthenticatorApp; recoveryCodes: string[] }> {
  const { uri } = await visitor.works((work) => beginTotp(work));
  const app = authenticatorApp(uri);
  const { recoveryCodes } = await visitor.works(async (work) => confirmTotp(work, await app.codeAt(work.now())));
  visitor.later(30);
  return { app, recoveryCodes: recoveryCodes ?? [] };
}

export const ourAuthenticator = () => softwareAuthenticator(config.publicOrigin);

export async function enrolPasskey(visitor: Visitor, authenticator = ourAuthenticator(), name = 'My phone') {
  const options = await visitor.works((work) => beginPasskey(work));
  const response = authenticator.make(options);
  return { authenticator, ...(await visitor.works((work) => addPasskey(work, { name, response }))) };
}

/** Somebody proved the first factor in this browser, in whatever way. */
export const firstFactorGiven = (browser: Visitor, me: Me): Promise<SignedIn> =>
  browser.does((visit) => finishSignIn(visit, { accountId: me.member.accountId, me, by: 'password' }));
