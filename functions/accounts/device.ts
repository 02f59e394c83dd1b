import { cookieIn, hostCookie } from '#functions/platform/cookies.ts';
import type { Visit } from '#functions/work.ts';
import type { Account } from './find-account.ts';
import { newToken, pepperedHashOf, sameSecret } from './secrets.ts';

/**
 * A browser that somebody signed in with before. Its wrong passwords are counted apart: who guesses elsewhere cannot
 * slow down the owner at their own desk. It opens nothing, so it needs no store: the cookie is a random id and, for
 * each account that was in, a signature over both.
 */
const cookieName = 'device';
const lifeSeconds = 400 * 24 * 3600;
const mostAccounts = 5;

type Device = { id: string; signatures: string[] };

function deviceIn({ headers }: Pick<Visit, 'headers'>): Device | null {
  const [id, ...signatures] = cookieIn(headers, cookieName)?.split('.') ?? [];
  return id ? { id, signatures } : null;
}

const signatureOf = (deviceId: string, accountId: string): string =>
  pepperedHashOf('device', `${deviceId}\n${accountId}`);

/** For whoever proved that the account is theirs. */
export function rememberDevice(visit: Pick<Visit, 'headers' | 'cookies'>, accountId: string): void {
  const known = deviceIn(visit);
  const id = known?.id ?? newToken();
  const signatures = [...new Set([signatureOf(id, accountId), ...(known?.signatures ?? [])])].slice(0, mostAccounts);
  visit.cookies.push(hostCookie(cookieName, [id, ...signatures].join('.'), lifeSeconds));
}

/** Whether somebody signed in to the account with this browser before. */
export function isKnownDevice(visit: Pick<Visit, 'headers'>, accountId: string): boolean {
  const device = deviceIn(visit);
  return device?.signatures.some((signature) => sameSecret(signature, signatureOf(device.id, accountId))) ?? false;
}

/** Under what the tries of this visitor are counted: the account at this device, or else the e-mail address. */
export function knownDeviceOr(visit: Pick<Visit, 'headers'>, account: Account | null, email: string): string {
  // Asked for nobody as well: an unknown address costs the same work.
  const isKnown = isKnownDevice(visit, account?.id ?? '');
  return account && isKnown ? `${account.id}\n${deviceIn(visit)?.id}` : email;
}
