import type { Cookie } from '@azure/functions';

/** No Domain, and a name the browser keeps only for this host alone: a sister site cannot plant one. */
const nameOf = (name: string): string => `__Host-${name}`;
const fixed = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const satisfies Partial<Cookie>;

export const hostCookie = (name: string, value: string, maxAgeSeconds: number): Cookie => ({
  ...fixed,
  name: nameOf(name),
  value,
  maxAge: maxAgeSeconds,
});

export const clearedCookie = (name: string): Cookie => hostCookie(name, '', 0);

/** What a browser sent under a name; null when there is none. */
export function cookieIn(headers: Headers, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${nameOf(name)}=`));
  return found?.slice(nameOf(name).length + 1) || null;
}

const session = 'session';

export const sessionCookie = (token: string, maxAgeSeconds: number): Cookie =>
  hostCookie(session, token, maxAgeSeconds);

export const clearedSessionCookie = (): Cookie => clearedCookie(session);

export const sessionTokenIn = (headers: Headers): string | null => cookieIn(headers, session);
