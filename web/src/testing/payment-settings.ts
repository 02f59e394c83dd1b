import type { ReceiptDetails } from '#domain/receipts/receipt.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { stripeAccountRoutes } from '#domain/stripe-accounts/routes.ts';
import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { answer } from './answer.ts';
import { answerEmptyHome } from './empty-home.ts';

export const noConnection: StripeConnection = {
  state: 'none',
  accountId: null,
  chargesEnabled: false,
  payoutsEnabled: false,
  wanted: [],
  disabledReason: null,
  country: null,
  connectedAt: null,
};

/** Nothing said yet but the name. */
export const firstDetails: ReceiptDetails = {
  name: 'Marlow Street Jewellers',
  address: '',
  taxNumber: '',
  email: '',
  footer: '',
  logo: null,
  version: null,
};

/** All that the settings of payments ask for; `rates` may change while a test runs. */
export function answerPaymentSettings({
  connection = noConnection,
  rates = [],
}: { connection?: StripeConnection; rates?: ExchangeRate[] } = {}): void {
  answerEmptyHome();
  answer(stripeAccountRoutes.read, connection);
  answer(rateRoutes.list, () => ({ items: rates }));
  answer(receiptRoutes.details, firstDetails);
}
