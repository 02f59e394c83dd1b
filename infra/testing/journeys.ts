import { startProduct } from './product.ts';

/** Playwright's global setup: the product once for all journeys. */
export default async function startForJourneys(): Promise<() => Promise<void>> {
  const product = await startProduct();
  process.env['STARONE_ORIGIN'] = product.origin;
  process.env['STARONE_MAIL'] = product.azure.mail.url;
  process.env['STARONE_STRIPE'] = product.azure.stripe.url;
  process.env['STARONE_SETTINGS'] = JSON.stringify(product.settings);
  return () => product.close();
}
