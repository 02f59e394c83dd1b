import { receiptRoutes } from '#domain/receipts/routes.ts';
import { linkTo } from '#web/platform/call.ts';

/** Where the receipt of a payment is shown, and where its PDF is downloaded from. */
export const receiptLinks = (paymentId: string): { page: string; pdf: string } => ({
  page: `/receipts/${paymentId}`,
  pdf: linkTo(receiptRoutes.pdf, { params: { paymentId } }),
});
