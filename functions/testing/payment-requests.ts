import { createHmac } from 'node:crypto';
import { Person } from '#infra/people/person.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const onOwn: Make = async ({ people, ids: { paymentId } }) => ({
  person: people.customer,
  sent: { params: { paymentId } },
});

/** As Stripe signs: the moment and the body, with the secret. */
function signedByStripe({ where }: Business, event: object): Accepted {
  const text = JSON.stringify(event);
  const at = Math.floor(Date.now() / 1000);
  const [secret = ''] = where.settings['STRIPE_WEBHOOK_SECRETS']!.split(',');
  const signature = createHmac('sha256', secret).update(`${at}.${text}`).digest('hex');
  return {
    person: new Person(where.origin),
    sent: { file: new Blob([text], { type: 'application/json' }) },
    headers: { 'stripe-signature': `t=${at},v1=${signature}` },
  };
}

/** The accepted requests of the routes of payments. */
export const paymentRequests: Record<string, Make> = {
  'payments-checkout': async ({ people, ids: { taskId } }) => ({
    person: people.customer,
    sent: { body: { taskId, amount: 2500, currency: 'USD', attemptId: crypto.randomUUID() } },
  }),
  'payments-pay': onOwn,
  'payments-confirm': onOwn,
  'payments-webhook': async (business) =>
    signedByStripe(business, { id: `evt_${crypto.randomUUID()}`, object: 'event', type: 'customer.created', data: {} }),
};
