import { type IPublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import { MicrosoftStart } from '#domain/logins/login.ts';

const key = 'microsoft-login';
const scopes = ['openid', 'profile', 'email'];

/** Leaves the page. What the library has to know again on the way back waits in this tab. */
export async function goToMicrosoft(start: MicrosoftStart): Promise<void> {
  sessionStorage.setItem(key, JSON.stringify(start));
  const client = await clientFor(start);
  await client.loginRedirect({ scopes, nonce: start.nonce, prompt: 'select_account' });
}

/** The ID token Microsoft sent the person back with; null when there is none. Nothing of it is kept. */
export async function takeIdToken(): Promise<string | null> {
  const { data: start } = MicrosoftStart.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  sessionStorage.removeItem(key);
  if (!start) return null;
  const client = await clientFor(start);
  try {
    return (await client.handleRedirectPromise({ navigateToLoginRequestUrl: false }))?.idToken ?? null;
  } finally {
    await client.clearCache();
  }
}

async function clientFor({ clientId, authority, metadata }: MicrosoftStart): Promise<IPublicClientApplication> {
  const client = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [new URL(authority).host],
      // Our server has asked already: the page asks for nothing but the token.
      authorityMetadata: JSON.stringify(metadata),
      redirectUri: `${window.location.origin}/microsoft`,
      OIDCOptions: { responseMode: 'fragment', defaultScopes: scopes },
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { protocolMode: 'OIDC' },
  });
  await client.initialize();
  return client;
}
