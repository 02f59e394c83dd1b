import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { close, listen } from '../listen.ts';
import { type Account, clientId, clientSecret, companies, type CompanyName, subjectOf } from './companies.ts';
import { loginPage, messagePage, stylesheet } from './login-page.ts';

export interface LocalIdentity {
  url: string;
  /** What the functions need to send people here instead of to the real companies. */
  settings: Record<string, string>;
  close: () => Promise<void>;
}

type Desk = { provider: Provider; accounts: Map<string, Account> };

/** Google, Facebook, LinkedIn and Microsoft Entra, each below its own path. Each is made when it is first asked. */
export async function startIdentity({ port }: { port: number }): Promise<LocalIdentity> {
  const desks = new Map<CompanyName, Promise<Desk>>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A login that was finished or has expired is named by its cookie alone.
      if (!response.headersSent) send(response, 400, messagePage('This sign-in has ended. Please start again.'));
      if (!isGone(error)) console.error(`Identity: ${String(error)}`);
    });
  });
  const url = `http://127.0.0.1:${await listen(server, port)}`;

  async function openDesk(company: CompanyName): Promise<Desk> {
    const { makeProvider } = await import('./make-provider.ts');
    const accounts = new Map<string, Account>();
    return { accounts, provider: await makeProvider({ company, issuer: `${url}/${company}`, accounts }) };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', ...rest] = new URL(request.url ?? '/', url).pathname.split('/');
    if (name === 'identity.css') return send(response, 200, stylesheet, 'text/css');
    if (!isCompany(name)) return send(response, 404, messagePage('Nobody is here'));

    const desk = await (desks.get(name) ?? desks.set(name, openDesk(name)).get(name)!);
    if (rest[0] === 'login') return login(name, desk, request, response);
    if (name === 'facebook' && rest[0] === 'me') return tellWho(desk, request, response);
    // oidc-provider knows by `originalUrl` where it stands.
    const mounted = Object.assign(request, { originalUrl: request.url, url: request.url!.slice(name.length + 1) });
    return desk.provider.callback()(mounted, response);
  }

  return { url, settings: settingsOf(url), close: () => close(server) };
}

const isCompany = (name: string): name is CompanyName => name in companies;
const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'SessionNotFound';

async function login(
  company: CompanyName,
  { provider, accounts }: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const known = [...accounts.values()].slice(-5).toReversed();
    const hint = params['login_hint'];
    return send(response, 200, loginPage({ company, hint: typeof hint === 'string' ? hint : '', known }));
  }
  const form = new URLSearchParams(await text(request));
  if (form.get('do') === 'cancel') {
    const refusal = { error: 'access_denied', error_description: 'The person cancelled' };
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
  }
  const account = accountIn(company, form);
  accounts.set(account.subject, account);
  const grant = new provider.Grant({ accountId: account.subject, clientId });
  grant.addOIDCScope(String(params['scope']));
  const result = {
    select_account: {},
    login: { accountId: account.subject, remember: false },
    consent: { grantId: await grant.save() },
  };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function accountIn(company: CompanyName, form: URLSearchParams): Account {
  const said = (name: string): string => form.get(name)?.trim() ?? '';
  const email = said('email').toLowerCase();
  const tenant = said('tenant');
  return {
    subject: said('subject') || subjectOf(company, email || said('name'), tenant),
    name: said('name') || email.split('@')[0]!,
    email: email || null,
    isVerified: said('isVerified') !== '',
    tenant,
  };
}

/** Facebook's `/me`: it has no OpenID user endpoint, and says nothing about whether an address is verified. */
async function tellWho(
  { provider, accounts }: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = await provider.AccessToken.find(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
  const account = token && accounts.get(token.accountId);
  if (!account) return send(response, 401, '{"error":{"type":"OAuthException"}}', 'application/json');
  return send(response, 200, JSON.stringify(companies.facebook.claims(account)), 'application/json');
}

function send(response: ServerResponse, status: number, body: string, type = 'text/html'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

const settingsOf = (url: string): Record<string, string> => ({
  OIDC_GOOGLE_CLIENT_ID: clientId,
  OIDC_GOOGLE_CLIENT_SECRET: clientSecret,
  OIDC_GOOGLE_ISSUER: `${url}/google`,
  OIDC_LINKEDIN_CLIENT_ID: clientId,
  OIDC_LINKEDIN_CLIENT_SECRET: clientSecret,
  OIDC_LINKEDIN_ISSUER: `${url}/linkedin`,
  OIDC_FACEBOOK_CLIENT_ID: clientId,
  OIDC_FACEBOOK_CLIENT_SECRET: clientSecret,
  OIDC_FACEBOOK_AUTHORIZATION: `${url}/facebook/dialog/oauth`,
  OIDC_FACEBOOK_TOKEN: `${url}/facebook/oauth/access_token`,
  OIDC_FACEBOOK_PROFILE: `${url}/facebook/me`,
  OIDC_MICROSOFT_CLIENT_ID: clientId,
  OIDC_MICROSOFT_ISSUER: `${url}/microsoft`,
});
