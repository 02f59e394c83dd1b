import type Stripe from 'stripe';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface ErrorFields {
  type: ErrorType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  payment_intent?: Stripe.PaymentIntent;
}

/** An answer other than 2xx, in Stripe's envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: ErrorFields;

  constructor(status: number, fields: ErrorFields) {
    super(fields.message);
    this.status = status;
    this.fields = fields;
  }

  /** Stripe keeps no idempotent result for a request that never began: bad parameters or a missing route. */
  get isBeforeExecution(): boolean {
    return this.status === 501 || this.fields.param !== undefined;
  }
}

export const invalidRequest = (message: string, more: { code?: string; param?: string; status?: number } = {}) => {
  const { status = 400, ...fields } = more;
  return new ApiError(status, { type: 'invalid_request_error', message, ...fields });
};

export const noSuch = (noun: string, id: string, param: string) =>
  invalidRequest(`No such ${noun}: '${id}'`, { status: 404, code: 'resource_missing', param });

export const notCovered = (what: string) =>
  new ApiError(501, { type: 'api_error', code: 'not_covered', message: `The local Stripe does not cover ${what}.` });
