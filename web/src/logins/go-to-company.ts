import type { LoginProvider } from '#domain/logins/login.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { call } from '#web/platform/call.ts';
import { rememberPlace } from './way-back.ts';

type At = { slug?: string | undefined; next?: string | undefined };

/** Sends the browser away to sign in, or to sign up at a business. */
export async function goToSignIn(provider: LoginProvider, at: At): Promise<void> {
  rememberPlace(window.location);
  if (provider === 'microsoft') return goToMicrosoft(await call(loginRoutes.startMicrosoft, { body: at }));
  const { url } = await call(loginRoutes.start, { params: { provider }, body: at });
  window.location.assign(url);
}

/** Sends the browser away to connect an account of the company to one's own. */
export async function goToLink(provider: LoginProvider): Promise<void> {
  rememberPlace(window.location);
  if (provider === 'microsoft') return goToMicrosoft(await call(loginRoutes.linkMicrosoft));
  const { url } = await call(loginRoutes.link, { params: { provider } });
  window.location.assign(url);
}

// Its library is large: whoever does not press the button never loads it.
const goToMicrosoft: (typeof import('./microsoft.ts'))['goToMicrosoft'] = async (start) =>
  (await import('./microsoft.ts')).goToMicrosoft(start);
