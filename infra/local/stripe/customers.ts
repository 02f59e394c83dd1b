import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import type { Context } from './context.ts';
import { newId } from './ids.ts';
import type { CustomerDraft } from './params/customer-params.ts';
import { tell } from './objects/event.ts';

export function createCustomer(context: Context, draft: CustomerDraft): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: context.clock.now(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: draft.description ?? null,
    discount: null,
    email: draft.email ?? null,
    invoice_prefix: randomBytes(4).toString('hex').toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: draft.metadata,
    name: draft.name ?? null,
    next_invoice_sequence: 1,
    phone: draft.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  context.store.put(context.account, 'customer', customer);
  tell(context, 'customer.created', customer);
  return customer;
}
