import { createHash, randomBytes } from 'node:crypto';
import type { MicrosoftStart } from '#domain/logins/login.ts';
import { atCompany, type Saying } from './at-company.ts';

/** What Microsoft's library does in the browser: the code, its exchange with PKCE, and the ID token. */
export async function idTokenAt(start: MicrosoftStart, saying: Saying): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = 'http://localhost/microsoft';
  const address = new URL(start.metadata.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: start.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    nonce: start.nonce,
    state: 'the state of the library',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const back = await atCompany(address.href, saying);
  const response = await fetch(start.metadata.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: start.clientId,
      redirect_uri: redirectUri,
      code: back.searchParams.get('code')!,
      code_verifier: verifier,
    }),
  });
  const { id_token: idToken } = (await response.json()) as { id_token: string };
  return idToken;
}
