import type { FinishedLogin, OauthProvider } from '#domain/logins/login.ts';
import { finishLogin } from '#functions/logins/finish-login.ts';
import { startLink, startLogin } from '#functions/logins/start-login.ts';
import type { Visitor } from '#functions/testing/visitor.ts';
import { atCompany, returnIn, type Saying } from './at-company.ts';

type At = { slug?: string; next?: string };

/** The whole way with a company and back, as the visitor's browser goes it. */
export async function signInWith(
  visitor: Visitor,
  provider: OauthProvider,
  { at = {}, ...saying }: Saying & { at?: At },
): Promise<FinishedLogin> {
  const { url } = await visitor.does((visit) => startLogin(visit, provider, at));
  const back = returnIn(await atCompany(url, saying));
  return visitor.does((visit) => finishLogin(visit, provider, back));
}

/** Somebody who is signed in connects an account of the company. */
export async function linkWith(visitor: Visitor, provider: OauthProvider, saying: Saying): Promise<FinishedLogin> {
  const { url } = await visitor.works((work) => startLink(work, provider));
  const back = returnIn(await atCompany(url, saying));
  return visitor.does((visit) => finishLogin(visit, provider, back));
}

/** Who came in, with nothing more to prove. */
export function memberIn({ outcome }: FinishedLogin) {
  if (outcome.step !== 'in') throw new Error(`The login led to "${outcome.step}"`);
  return outcome.me.member;
}
