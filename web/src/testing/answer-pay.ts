import { vi } from 'vitest';
import { isDue, type Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from './answer.ts';
import { signedInAs } from './render-page.tsx';

/** A customer with these payments, of a business that takes these currencies. Changing what it answers changes them. */
export function answerPay(payments: readonly Payment[] = [], currencies: readonly string[] = ['USD']) {
  signedInAs('customer');
  const stored = { payments };
  answer(taskRoutes.list, { items: [], nextCursor: null });
  answer(rateRoutes.payable, { own: currencies[0] ?? 'USD', items: [...currencies] });
  answer(paymentRoutes.list, ({ query }) => ({
    items: stored.payments.filter((payment) => !query.due || isDue(payment)),
    nextCursor: null,
  }));
  return stored;
}

/** Stands for the address of Stripe's page: a test must not leave its own. */
export const payPage = '#the-pay-page';

export const leftToPay = (): Promise<unknown> => vi.waitUntil(() => location.hash === payPage);
