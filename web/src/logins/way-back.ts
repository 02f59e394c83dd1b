import { NextPath } from '#domain/logins/login.ts';

const key = 'login-from';

/** The page somebody left for a company, to bring them back to when nothing comes of it. */
export const rememberPlace = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void =>
  sessionStorage.setItem(key, pathname + search);

export const placeBefore = (): string => NextPath.safeParse(sessionStorage.getItem(key)).data ?? '/login';
