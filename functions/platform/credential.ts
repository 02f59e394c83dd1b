import type { TokenCredential } from '@azure/identity';
import { config } from './config.ts';

let made: Promise<TokenCredential> | undefined;

/** The library is heavy, and nobody needs it where services are reached by connection strings. */
async function make(): Promise<TokenCredential> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return new ManagedIdentityCredential({ clientId: config.identityClientId! });
}

/** The app's own identity in Azure, for every service that is reached by an endpoint. */
export const credential: TokenCredential = {
  getToken: async (scopes, options) => (await (made ??= make())).getToken(scopes, options),
};
