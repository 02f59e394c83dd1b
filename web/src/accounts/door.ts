/** At which business people sign in here: its slug, or '' where it is not said; null on every other page. */
export function doorAt(pathname: string): string | null {
  const found = /^(?:\/w\/([^/]+))?\/login\/?$/.exec(pathname);
  return found && (found[1] ?? '');
}
