import { createRemoteJWKSet } from 'jose';
import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { MicrosoftStart } from '#domain/logins/login.ts';
import { settingsOf } from './oauth-client.ts';

const Metadata = MicrosoftStart.shape.metadata;

async function learn() {
  const { id, issuer } = settingsOf('microsoft');
  const metadata = await ask(`${issuer}/.well-known/openid-configuration`);
  // The browser's library takes an encrypted address only; it never asks there, since `metadata` says all.
  const authority = issuer.replace(/^http:/, 'https:');
  return { clientId: id, authority, metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
}

async function ask(address: string): Promise<z.infer<typeof Metadata>> {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  const { data } = Metadata.safeParse(response?.ok ? await response.json().catch(() => null) : null);
  if (!data) throw problems.unavailable('Microsoft');
  return data;
}

let known: ReturnType<typeof learn> | null = null;

/** What Microsoft says about itself is asked once; when it did not answer, again. */
export function microsoft(): ReturnType<typeof learn> {
  known ??= learn();
  known.catch(() => (known = null));
  return known;
}
