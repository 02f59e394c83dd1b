import { HttpRequest, InvocationContext } from '@azure/functions';
import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { route } from '#domain/kernel/route.ts';
import { handlerOf } from './serve.ts';

const payment = route({ method: 'GET', path: 'payment', summary: 'A payment', access: 'public' });

test('what lies on an account that Stripe closed to us is a conflict, not a failure, and names neither account nor key', async () => {
  const handler = handlerOf('payment', payment, async () => {
    throw new Stripe.errors.StripePermissionError({
      type: 'invalid_request_error',
      message: "The provided key 'sk_test_***' does not have access to account 'acct_1'",
    });
  });
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/payment' });
  const { status, body } = await handler(request, new InvocationContext({ logHandler: () => {} }));
  expect(status).toBe(409);
  expect(body).not.toMatch(/sk_test|acct_/);
});
