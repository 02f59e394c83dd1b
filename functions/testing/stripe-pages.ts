import { config } from '#functions/platform/config.ts';

/** Fills in the local Stripe's pages for a business, as a browser without script would; answers where it is sent back. */
export async function onboardOnPage(url: string, button: 'finish' | 'leave' = 'finish'): Promise<string | null> {
  const opened = await fetch(url, { redirect: 'manual' });
  const page = opened.headers.get('location') ?? '';
  // A link that was opened before leads straight back.
  if (!page.startsWith('/')) return page;
  const fields = { name: 'Marlow Street', url: 'https://shop.example', bankAccount: '000123456789', do: button };
  const sent = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' } as const;
  return (await fetch(new URL(page, url), sent)).headers.get('location');
}

/** Stripe's own doing, or that of the business in Stripe's dashboard. */
export async function moveAccount(account: string, to: 'enabled' | 'disabled' | 'deauthorized'): Promise<void> {
  const body = JSON.stringify({ account, to });
  const { ok } = await fetch(new URL('/_control/account', config.stripe.api), { method: 'POST', body });
  if (!ok) throw new Error(`The local Stripe did not move ${account} to ${to}`);
}
