/** Where people sign in, and at which business; null for every other page. */
export function doorAt(pathname: string): { slug: string | undefined } | null {
  const found = /^(?:\/w\/([^/]+))?\/login\/?$/.exec(pathname);
  return found && { slug: found[1] };
}
