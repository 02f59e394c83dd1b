import Bowser from 'bowser';

/** "Chrome on Windows", out of what the browser says it is; a help to the eye, never a proof. */
export function deviceName(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent || 'unknown');
  if (!browser.name) return 'An unknown browser';
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
