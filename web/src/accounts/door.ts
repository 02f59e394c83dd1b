/** At which business people sign in here: its slug, or '' where it is not said; null on every other page. */
export function doorAt(pathname: string): string | null {
  const found = /^(?:\/w\/([^/]+))?\/login\/?$/.exec(pathname);
  return found && (found[1] ?? '');
}

const openPages =
  /^(?:\/|\/(?:login|open|reset|signup|forgot-password|microsoft|second-factor)\/?|\/(?:w|oauth|invite)\/.*)$/;

/** Pages that do not ask who is there before they show. */
export const isOpenToAll = (pathname: string): boolean => openPages.test(pathname);
