import type Stripe from 'stripe';
import type { Decline, PaidCard } from '../cards.ts';
import { newId } from '../ids.ts';

export type Outcome = { status: 'succeeded' } | { status: 'pending' } | { status: 'failed'; decline: Decline };
export type Method = { type: 'card'; card: PaidCard; isAuthenticated: boolean } | { type: 'upi' };

export interface NewCharge {
  intent: Stripe.PaymentIntent;
  created: number;
  method: Method;
  outcome: Outcome;
  email: string | null;
  receiptUrl: (chargeId: string) => string;
}

export function makeCharge({ intent, created, method, outcome, email, receiptUrl }: NewCharge): Stripe.Charge {
  const id = newId('ch');
  const hasFailed = outcome.status === 'failed';
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: hasFailed ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email,
      name: method.type === 'card' ? method.card.name : null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'LOCAL STRIPE',
    captured: !hasFailed,
    created,
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: outcome.status === 'failed' ? outcome.decline.code : null,
    failure_message: outcome.status === 'failed' ? outcome.decline.message : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(outcome),
    paid: outcome.status === 'succeeded',
    payment_intent: intent.id,
    payment_method: newId('pm'),
    payment_method_details: methodDetails(method, intent.amount),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: hasFailed ? null : receiptUrl(id),
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: outcome.status,
    transfer_data: null,
    transfer_group: null,
  };
}

export function outcomeOf(outcome: Outcome): Stripe.Charge.Outcome {
  const none = { advice_code: null, network_advice_code: null, network_decline_code: null };
  if (outcome.status !== 'failed') {
    return {
      ...none,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: 12,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  const { decline } = outcome;
  return {
    ...none,
    network_decline_code: '05',
    network_status: 'declined_by_network',
    reason: decline.declineCode ?? decline.code,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: 'The bank did not approve this payment.',
    type: 'issuer_declined',
  };
}

function methodDetails(method: Method, amount: number): Stripe.Charge.PaymentMethodDetails {
  if (method.type === 'upi') return { type: 'upi', upi: { vpa: 'customer@localbank' } };

  const { card, isAuthenticated } = method;
  return {
    type: 'card',
    card: {
      amount_authorized: amount,
      authorization_code: '123456',
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: card.cvcCheck },
      country: 'US',
      electronic_commerce_indicator: null,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: null,
      funding: 'credit',
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: isAuthenticated ? authenticated : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const authenticated: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
