import { factorRoutes } from '#domain/factors/routes.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { healthRoutes } from '#domain/health/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { type Answer, Person } from '../people/person.ts';
import { cookieFaults, missing, type Wanted } from './header-faults.ts';

export type Finding = { name: string; faults: string[] };
type Check = (site: string) => Promise<string[]>;

const siteHeaders: Wanted = {
  'content-security-policy': /^default-src 'self'; script-src 'self'; .*frame-ancestors 'none'/,
  'strict-transport-security': /^max-age=31536000/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^strict-origin-when-cross-origin$/,
  'permissions-policy': /microphone=\(self\)/,
  'cross-origin-opener-policy': /^same-origin$/,
};
const apiHeaders: Wanted = {
  'content-security-policy': /^default-src 'none'/,
  'strict-transport-security': /^max-age=31536000/,
  'x-content-type-options': /^nosniff$/,
  'cache-control': /^no-store$/,
};

const checks: Record<string, Check> = {
  'the API and all it depends on answer': async (site) => {
    const { status, body } = await new Person(site).send(healthRoutes.check);
    if (status !== 200) return [`/api/health answered ${status}`];
    const { dependencies, schema } = healthRoutes.check.result.parse(body);
    const states = { ...dependencies, 'schema of the stored data': schema.state };
    return Object.entries(states).flatMap(([name, state]) => (state === 'ok' ? [] : [`${name}: ${state}`]));
  },

  'a page comes with its headers, asked for anew each time': async (site) => {
    const response = await fetch(`${site}/login`);
    const policy = response.headers.get('content-security-policy') ?? '';
    return [
      ...is(response.status, 200),
      ...missing(response.headers, { ...siteHeaders, 'cache-control': /no-cache/ }),
      // What the build fills in: left open, no page could reach Web PubSub.
      ...(policy.includes('{') ? ['content-security-policy was not filled in'] : []),
    ];
  },

  'a script comes with its headers and is kept': async (site) => {
    const page = await (await fetch(site)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    if (!script) return ['the page names no script below /assets'];
    const { status, headers } = await fetch(`${site}${script}`);
    return [...is(status, 200), ...missing(headers, { ...siteHeaders, 'cache-control': /immutable/ })];
  },

  'the API answers with its own headers, and nobody who is not signed in': async (site) => {
    const { status, headers } = await new Person(site).send(memberRoutes.me);
    return [...is(status, 401), ...missing(headers, apiHeaders)];
  },

  'a wrong password is refused as a problem, and signs nobody in': async (site) => {
    const { status, body, headers } = await new Person(site).send(accountRoutes.signIn, wrongPassword);
    return [...is(status, 401), ...isBadLogin(body), ...missing(headers, apiHeaders), ...cookieFaults(headers)];
  },

  'a cookie is kept by the browser for this host alone, out of reach of scripts': async (site) => {
    const { status, headers }: Answer = await new Person(site).send(factorRoutes.passkeyOptions);
    const isSet = headers.getSetCookie().length > 0;
    return [...is(status, 200), ...(isSet ? cookieFaults(headers) : ['no cookie was set'])];
  },

  'another site cannot act with the cookies of this one': async (site) => {
    const { status } = await new Person(site).send(accountRoutes.signIn, wrongPassword, {
      origin: 'https://elsewhere.example',
    });
    return is(status, 403);
  },
};

const wrongPassword = { body: { email: 'nobody@starone.example', password: 'not the password of anybody' } };

const is = (status: number, wanted: number): string[] =>
  status === wanted ? [] : [`answered ${status} instead of ${wanted}`];

const isBadLogin = (body: unknown): string[] =>
  (body as { type?: string })?.type === '/problems/bad-login' ? [] : ['the answer is not the problem bad-login'];

/** Looks at a deployed site from outside as a visitor may; what is in order has no faults. */
export async function checkSite(site: string): Promise<Finding[]> {
  return Promise.all(Object.entries(checks).map(async ([name, check]) => ({ name, faults: await faultsOf(check) })));

  async function faultsOf(check: Check): Promise<string[]> {
    try {
      return await check(site);
    } catch (error) {
      return [`did not answer: ${error instanceof Error ? error.message : String(error)}`];
    }
  }
}
