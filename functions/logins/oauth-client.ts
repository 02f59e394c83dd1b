import * as oauth from 'openid-client';
import { problems } from '#domain/kernel/problem.ts';
import type { OauthProvider } from '#domain/logins/login.ts';
import { config } from '#functions/platform/config.ts';

const { providers } = config;
const secondsToAnswer = 10;

/** A company that is off is none: its routes answer as if it did not exist. */
export function settingsOf<P extends keyof typeof providers>(provider: P): NonNullable<(typeof providers)[P]> {
  const settings = providers[provider];
  if (!settings) throw problems.notFound('This way to sign in');
  return settings;
}

/** Settings allow an unencrypted address on this machine only. */
const isUnencrypted = (address: string): boolean => address.startsWith('http:');

async function discovered(provider: 'google' | 'linkedin'): Promise<oauth.Configuration> {
  const { id, secret, issuer } = settingsOf(provider);
  const client = await oauth.discovery(new URL(issuer), id, {}, oauth.ClientSecretPost(secret), {
    timeout: secondsToAnswer,
    ...(isUnencrypted(issuer) && { execute: [oauth.allowInsecureRequests] }),
  });
  // Signatures are looked at, although the token comes from the company itself over TLS.
  oauth.enableNonRepudiationChecks(client);
  return client;
}

/** Not OpenID: it says nothing about itself, and gives no ID token. */
function facebook(): oauth.Configuration {
  const { id, secret, authorization, token } = settingsOf('facebook');
  const { origin } = new URL(authorization);
  const server = { issuer: origin, authorization_endpoint: authorization, token_endpoint: token };
  const client = new oauth.Configuration(server, id, {}, oauth.ClientSecretPost(secret));
  client.timeout = secondsToAnswer;
  if (isUnencrypted(token)) oauth.allowInsecureRequests(client);
  return client;
}

const clients: Record<OauthProvider, () => Promise<oauth.Configuration>> = {
  google: () => discovered('google'),
  linkedin: () => discovered('linkedin'),
  facebook: async () => facebook(),
};

const known = new Map<OauthProvider, Promise<oauth.Configuration>>();

/** What the company says about itself is asked once; one that did not answer is asked again. */
export function clientOf(provider: OauthProvider): Promise<oauth.Configuration> {
  const found = known.get(provider) ?? clients[provider]();
  known.set(provider, found);
  found.catch(() => known.delete(provider));
  return found;
}

/** That no fitting answer came is the company's matter; that it came and does not fit is the end of this sign-in. */
const noAnswer = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
];

export function problemOf(error: unknown, companyName: string): unknown {
  if (error instanceof oauth.ResponseBodyError) {
    return error.error === 'invalid_grant' ? problems.loginLapsed() : problems.unavailable(companyName);
  }
  if (error instanceof oauth.ClientError) {
    return noAnswer.includes(error.code ?? '') ? problems.unavailable(companyName) : problems.loginLapsed();
  }
  // What `fetch` throws when nobody answers.
  if (error instanceof TypeError && error.cause) return problems.unavailable(companyName);
  return error;
}
