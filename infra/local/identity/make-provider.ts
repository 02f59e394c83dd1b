import { type JWK, exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import { memoryOf } from './memory.ts';
import { type Account, clientId, clientSecret, companies, type CompanyName } from './companies.ts';

type Making = { company: CompanyName; issuer: string; accounts: Map<string, Account> };

/** One company: its keys are made at start, so its tokens end with it. */
export async function makeProvider({ company, issuer, accounts }: Making): Promise<Provider> {
  const { settings, redirectPath, claims } = companies[company];
  const isPublic = company === 'microsoft';
  const provider = new Provider(issuer, {
    ...settings,
    adapter: memoryOf(),
    clients: [
      {
        client_id: clientId,
        // A native client's loopback address may have any port, and the site's is not known here.
        application_type: 'native',
        redirect_uris: [`http://localhost${redirectPath}`],
        ...(isPublic
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }),
      },
    ],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: {
      keys: [crypto.randomUUID()],
      names: { session: `${company}_session`, interaction: `${company}_interaction`, resume: `${company}_resume` },
    },
    jwks: { keys: [await newKey()] },
    interactions: { url: (_, { uid }) => `/${company}/login/${uid}`, policy: alwaysAsk() },
    findAccount: (_, accountId) => {
      const account = accounts.get(accountId);
      return account && { accountId, claims: () => ({ sub: accountId, ...claims(account) }) };
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  provider.on('server_error', (_, error) => console.error(`Identity (${company}): ${error.message}`));
  return provider;
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() };
}

/** Nobody is remembered: the page asks who one is each time, and so to choose an account is nothing more. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check, Prompt } = interactionPolicy;
  policy.add(new Prompt({ name: 'select_account', requestable: true }));
  policy
    .get('login')
    ?.checks.add(
      new Check('every_time', 'The person is asked each time', (ctx) =>
        ctx.oidc.result?.['login'] ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}
