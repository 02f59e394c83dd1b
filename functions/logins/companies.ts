import * as oauth from 'openid-client';
import * as z from 'zod';
import { PersonName } from '#domain/accounts/account.ts';
import { Email } from '#domain/kernel/text.ts';
import type { OauthProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { config } from '#functions/platform/config.ts';
import { clientOf, problemOf, settingsOf } from './oauth-client.ts';

/** Who a company says somebody is. `isVerified`: it vouches for the address. */
export type Profile = { subject: string; name: string; email: string | null; isVerified: boolean };

type Company = {
  scope: string;
  /** Gives ID tokens, and names itself in what it sends back. */
  isOpenId: boolean;
  /** LinkedIn refuses a code verifier, and leaves the nonce out of its ID tokens. */
  hasPkce: boolean;
  hasNonce: boolean;
  profile: (client: oauth.Configuration, tokens: Tokens) => Promise<unknown>;
};
type Tokens = oauth.TokenEndpointResponse & oauth.TokenEndpointResponseHelpers;

const idTokenOf: Company['profile'] = async (_, tokens) => tokens.claims();

const companies: Record<OauthProvider, Company> = {
  google: { scope: 'openid email profile', isOpenId: true, hasPkce: true, hasNonce: true, profile: idTokenOf },
  linkedin: { scope: 'openid email profile', isOpenId: true, hasPkce: false, hasNonce: false, profile: idTokenOf },
  facebook: {
    scope: 'public_profile email',
    isOpenId: false,
    hasPkce: true,
    hasNonce: false,
    profile: facebookProfile,
  },
};

const redirectUri = (provider: OauthProvider): string => `${config.publicOrigin}/oauth/${provider}`;

export type Secrets = { state: string; codeVerifier: string; nonce: string };

export const newSecrets = (): Secrets => ({
  state: oauth.randomState(),
  codeVerifier: oauth.randomPKCECodeVerifier(),
  nonce: oauth.randomNonce(),
});

/** Where to send the person. */
export async function addressAt(provider: OauthProvider, { state, codeVerifier, nonce }: Secrets): Promise<string> {
  const { scope, hasPkce, hasNonce } = companies[provider];
  const client = await asked(provider, clientOf(provider));
  const url = oauth.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri(provider),
    scope,
    state,
    ...(hasNonce && { nonce }),
    ...(hasPkce && {
      code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }),
  });
  return url.href;
}

export type Return = { code: string; state: string; iss?: string | undefined };

/** Exchanges the code; answers who the company says it was. */
export async function profileAt(
  provider: OauthProvider,
  { code, state, iss }: Return,
  secrets: Secrets,
): Promise<Profile> {
  const { isOpenId, hasPkce, hasNonce, profile } = companies[provider];
  const client = await asked(provider, clientOf(provider));
  const address = new URL(redirectUri(provider));
  address.search = new URLSearchParams({ code, state, ...(isOpenId && iss && { iss }) }).toString();
  const tokens = await asked(
    provider,
    oauth.authorizationCodeGrant(client, address, {
      expectedState: secrets.state,
      ...(hasPkce && { pkceCodeVerifier: secrets.codeVerifier }),
      ...(hasNonce && { expectedNonce: secrets.nonce }),
      ...(isOpenId && { idTokenExpected: true }),
    }),
  );
  return Said.parse(await asked(provider, profile(client, tokens)));
}

async function asked<T>(provider: OauthProvider, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw problemOf(error, providerNames[provider]);
  }
}

/** Facebook gives an address or none, and never says whether it has verified it. */
async function facebookProfile(client: oauth.Configuration, { access_token: token }: Tokens): Promise<unknown> {
  const address = new URL(settingsOf('facebook').profile);
  address.searchParams.set('fields', 'id,name,email');
  const response = await oauth.fetchProtectedResource(client, token, address, 'GET');
  const { id, ...rest } = Me.parse(await response.json());
  return { ...rest, sub: id };
}

const Me = z.object({ id: z.string().min(1), name: z.string().optional(), email: z.string().optional() });

/** What a company says is a stranger's word: what does not fit our own fields is left out. */
const Said = z
  .object({
    sub: z.string().min(1).max(255),
    name: PersonName.nullable().catch(null),
    email: Email.nullable().catch(null),
    email_verified: z
      .literal([true, 'true'])
      .transform(() => true)
      .catch(false),
  })
  .transform(({ sub, name, email, email_verified }): Profile => ({
    subject: sub,
    name: name ?? email ?? 'Somebody',
    email,
    isVerified: email !== null && email_verified,
  }));
