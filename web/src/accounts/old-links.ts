import { redirect } from '@tanstack/react-router';

/** The addresses of the earlier program, whose pages stood behind a `#`. */
const pages: Record<string, string> = {
  '/': '/home',
  '/login': '/login',
  '/signup': '/open',
  '/forgot-password': '/reset',
  '/landing-page': '/',
  '/fill-form': '/complete-profile',
  '/verifying': '/waiting',
  '/add': '/users/new',
  '/chat': '/tasks',
  '/assign': '/tasks',
  '/create-task': '/tasks',
  '/payment': '/portal/pay',
  '/payment-admin': '/payments',
  '/customer-segmentation': '/segments',
  '/profile': '/profile',
};

/** Where an old link leads now; null when it is none. */
export function newPlaceOf(hash: string): string | null {
  const path = hash.replace(/^#/, '').replace(/\/+$/, '') || (hash ? '/' : '');
  if (path.startsWith('/update/')) return `/users/${path.slice('/update/'.length)}`;
  return Object.hasOwn(pages, path) ? pages[path]! : null;
}

/** Old links all open the start page. */
export function followOldLink({ pathname, hash }: { pathname: string; hash: string }): void {
  const place = pathname === '/' && hash.startsWith('/') ? newPlaceOf(hash) : null;
  if (place) throw redirect({ to: place, hash: '', replace: true });
}
