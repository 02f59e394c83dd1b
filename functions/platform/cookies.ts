import type { Cookie } from '@azure/functions';

const name = 'session';

/** No Domain: the cookie belongs to this host alone. */
const fixed = { name, path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const satisfies Partial<Cookie>;

export const sessionCookie = (token: string, maxAgeSeconds: number): Cookie => ({
  ...fixed,
  value: token,
  maxAge: maxAgeSeconds,
});

export const clearedSessionCookie = (): Cookie => ({ ...fixed, value: '', maxAge: 0 });

/** The session token a browser sent; null when there is none. */
export function sessionTokenIn(headers: Headers): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || null;
}
