import { createAccountLink } from './connect/account-links.ts';
import { createAccount, findAccount, listAccounts, updateAccount } from './connect/accounts.ts';
import { createV2Account, createV2AccountLink, readV2Account } from './connect/v2.ts';
import { createCustomer } from './customers.ts';
import { listEvents, retrieveEvent } from './events.ts';
import { expandAnswer } from './expand.ts';
import { find } from './find.ts';
import { listObjects } from './list.ts';
import { AccountChange, AccountDraft, LinkDraft } from './params/account-params.ts';
import { CustomerDraft } from './params/customer-params.ts';
import { DisputeAnswer } from './params/dispute-params.ts';
import { EndpointChange, EndpointDraft } from './params/endpoint-params.ts';
import { listFilters, ListParams, OnlyExpand } from './params/list-params.ts';
import { RefundParams } from './params/refund-params.ts';
import { read } from './params/read.ts';
import { readSessionParams } from './params/session-params.ts';
import { V2AccountDraft, V2Include, V2LinkDraft } from './params/v2-params.ts';
import { readBalance } from './payments/balance.ts';
import { createSession } from './payments/create-session.ts';
import { answerDispute, closeDispute } from './payments/dispute.ts';
import { expireSessionNow } from './payments/expire-session.ts';
import { createRefund } from './payments/refund.ts';
import { answer, type Handler, list, retrieve } from './route-makers.ts';
import { createEndpoint, deleteEndpoint, updateEndpoint } from './webhooks/endpoints.ts';

/** Every route of Stripe that the stand-in answers; `:id` is the only variable. */
export const routes: Record<string, Handler> = {
  'POST /v1/checkout/sessions': ({ context, form }) => {
    const params = readSessionParams(form);
    return expandAnswer(context, createSession(context, params), params.expand);
  },
  'GET /v1/checkout/sessions': list('checkout.session', listFilters.sessions),
  'GET /v1/checkout/sessions/:id': retrieve('checkout.session', 'session'),
  'POST /v1/checkout/sessions/:id/expire': answer(OnlyExpand, (context, _, id) => expireSessionNow(context, id)),
  'GET /v1/checkout/sessions/:id/line_items': answer(listFilters.items, (context, params, id) => {
    find(context, 'checkout.session', id, 'session');
    return listObjects(context, { kind: 'item', params, parent: id, url: `/v1/checkout/sessions/${id}/line_items` });
  }),

  'GET /v1/payment_intents': list('payment_intent', listFilters.intents),
  'GET /v1/payment_intents/:id': retrieve('payment_intent', 'intent'),
  'GET /v1/charges': list('charge', listFilters.charges),
  'GET /v1/charges/:id': retrieve('charge'),

  'POST /v1/refunds': answer(RefundParams, createRefund),
  'GET /v1/refunds': list('refund', listFilters.refunds),
  'GET /v1/refunds/:id': retrieve('refund'),

  'GET /v1/disputes': list('dispute', listFilters.disputes),
  'GET /v1/disputes/:id': retrieve('dispute'),
  'POST /v1/disputes/:id': answer(DisputeAnswer, answerDispute),
  'POST /v1/disputes/:id/close': answer(OnlyExpand, (context, _, id) => closeDispute(context, id, 'lost')),

  'GET /v1/balance': answer(OnlyExpand, readBalance),
  'GET /v1/balance_transactions': list('balance_transaction', listFilters.entries),
  'GET /v1/balance_transactions/:id': retrieve('balance_transaction'),

  'POST /v1/customers': answer(CustomerDraft, createCustomer),
  'GET /v1/customers': list('customer', listFilters.customers),
  'GET /v1/customers/:id': retrieve('customer'),

  'POST /v1/accounts': answer(AccountDraft, createAccount),
  'GET /v1/accounts': answer(ListParams, listAccounts),
  'GET /v1/accounts/:id': answer(OnlyExpand, (context, _, id) => findAccount(context, id)),
  'POST /v1/accounts/:id': answer(AccountChange, updateAccount),
  'GET /v1/account': answer(OnlyExpand, (context) => findAccount(context, context.account)),
  'POST /v1/account_links': answer(LinkDraft, createAccountLink),

  'POST /v2/core/accounts': ({ context, form }) => createV2Account(context, read(V2AccountDraft, form)),
  'GET /v2/core/accounts/:id': ({ context, id, form }) => readV2Account(context, read(V2Include, form).include, id),
  'POST /v2/core/account_links': ({ context, form }) => createV2AccountLink(context, read(V2LinkDraft, form)),

  'POST /v1/webhook_endpoints': answer(EndpointDraft, createEndpoint),
  'GET /v1/webhook_endpoints': list('webhook_endpoint', listFilters.others),
  'GET /v1/webhook_endpoints/:id': retrieve('webhook_endpoint', 'webhook_endpoint'),
  'POST /v1/webhook_endpoints/:id': answer(EndpointChange, updateEndpoint),
  'DELETE /v1/webhook_endpoints/:id': answer(OnlyExpand, (context, _, id) => deleteEndpoint(context, id)),

  'GET /v1/events': answer(listFilters.events, listEvents),
  'GET /v1/events/:id': answer(OnlyExpand, (context, _, id) => retrieveEvent(context, id)),
};
