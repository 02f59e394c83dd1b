import type { Receipt } from '../receipt.ts';

/** A valid example: a test writes only what matters to it. */
export const aReceipt = (change: Partial<Receipt> = {}): Receipt => ({
  number: 412,
  paymentId: crypto.randomUUID(),
  issuedAt: '2026-11-20T09:00:00.000Z',
  business: {
    name: 'Marlow Street Jewellers',
    address: '12 Marlow Street\n0150 Oslo',
    taxNumber: 'NO 987 654 321 MVA',
    email: 'hello@marlow.example',
    footer: 'Returns within 30 days.',
    logo: null,
  },
  customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
  purpose: 'Ring resize, N to P',
  amount: 10_000,
  currency: 'USD',
  method: 'card',
  methodDetail: 'Visa ending 4242',
  paidOn: '2026-11-20',
  refunded: 0,
  stripeReceipt: null,
  ...change,
});
