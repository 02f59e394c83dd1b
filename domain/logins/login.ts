import * as z from 'zod';
import { ownPath } from '#domain/kernel/own-path.ts';
import { Moment } from '#domain/kernel/time.ts';
import { SignedIn } from '#domain/members/member.ts';

/** Companies that send the person back with a code, which the server exchanges. */
export const OauthProvider = z.enum(['google', 'facebook', 'linkedin']).meta({ id: 'OauthProvider' });
export type OauthProvider = z.infer<typeof OauthProvider>;

/** All companies whose accounts lead in here. */
export const LoginProvider = z.enum([...OauthProvider.options, 'microsoft']).meta({ id: 'LoginProvider' });
export type LoginProvider = z.infer<typeof LoginProvider>;

export const NextPath = z.string().max(2000).regex(ownPath, 'A path of this site');

/** What a login led to. `email`: the company vouches for no address, so a code has to prove one. */
const Outcome = z.discriminatedUnion('step', [
  ...SignedIn.options,
  z.object({ step: z.literal('email'), name: z.string(), email: z.string().nullable() }),
  z.object({ step: z.literal('linked'), provider: LoginProvider }),
]);

export const FinishedLogin = z.object({ outcome: Outcome, next: NextPath.nullable() }).meta({ id: 'FinishedLogin' });
export type FinishedLogin = z.infer<typeof FinishedLogin>;

/** A login of one's own account; `connectedAt` is null for one that could be connected. */
export const ConnectedLogin = z
  .object({ provider: LoginProvider, connectedAt: Moment.nullable() })
  .meta({ id: 'ConnectedLogin' });
export type ConnectedLogin = z.infer<typeof ConnectedLogin>;

/** What the browser needs to send somebody to Microsoft. `nonce` is good for one sign-in from this browser. */
export const MicrosoftStart = z
  .object({
    nonce: z.string(),
    clientId: z.string(),
    authority: z.url(),
    metadata: z.object({
      issuer: z.string(),
      authorization_endpoint: z.url(),
      token_endpoint: z.url(),
      jwks_uri: z.url(),
      end_session_endpoint: z.url().optional(),
    }),
  })
  .meta({ id: 'MicrosoftStart' });
export type MicrosoftStart = z.infer<typeof MicrosoftStart>;
