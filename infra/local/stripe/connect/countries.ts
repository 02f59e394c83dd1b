/** Where Stripe opens accounts, with the currency it pays out. */
const byCurrency: Record<string, string> = {
  eur: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  aed: 'AE',
  aud: 'AU',
  bgn: 'BG',
  brl: 'BR',
  cad: 'CA',
  chf: 'CH LI',
  czk: 'CZ',
  dkk: 'DK',
  gbp: 'GB GI',
  hkd: 'HK',
  huf: 'HU',
  inr: 'IN',
  jpy: 'JP',
  mxn: 'MX',
  myr: 'MY',
  nok: 'NO',
  nzd: 'NZ',
  pln: 'PL',
  ron: 'RO',
  sek: 'SE',
  sgd: 'SG',
  thb: 'TH',
  usd: 'US',
};

/** The currency of a country's accounts; undefined where Stripe opens none. */
export const currencyOf = (country: string): string | undefined =>
  Object.entries(byCurrency).find(([, countries]) => countries.split(' ').includes(country))?.[0];
