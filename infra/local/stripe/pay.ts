import type Stripe from 'stripe';
import { checkFields, emptyFields, readCard, readFields } from './card-form.ts';
import type { Context } from './context.ts';
import { noticePage } from './pages/layout.ts';
import { authenticationPage, upiPage } from './pages/bank-pages.ts';
import { payPage } from './pages/pay-page.ts';
import { answerAuthentication, payByCard } from './payments/pay-by-card.ts';
import { answerUpi, isUpiWaiting, startUpi } from './payments/pay-by-upi.ts';

export interface PageAnswer {
  status: number;
  body: string;
  location?: string;
}

interface Visit {
  context: Context;
  session: Stripe.Checkout.Session;
  url: URL;
  body: string;
}
type Page = (visit: Visit) => PageAnswer;

/** The hosted pages: `/pay/:session` and what follows from it. */
const pages: Record<string, Page> = {
  'GET ': showForm,
  'POST ': pay,
  'GET /authenticate': showAuthentication,
  'POST /authenticate': authenticate,
  'POST /upi': beginUpi,
  'GET /upi': showUpi,
  'POST /upi/answer': finishUpi,
};

export function answerPage(
  contextOf: (account: string) => Context,
  method: string,
  url: URL,
  body: string,
): PageAnswer {
  const [, , sessionId = '', ...rest] = url.pathname.split('/');
  const { store } = contextOf('');
  const found = store.find('checkout.session', sessionId);
  const page = pages[`${method} ${rest.length > 0 ? `/${rest.join('/')}` : ''}`];
  if (!found || !page) return notFound;
  return store.together(() => page({ context: contextOf(found.account), session: found.object, url, body }));
}

function showForm({ context, session, url }: Visit): PageAnswer {
  if (session.status !== 'open') return closed(context, session);
  const card = url.searchParams.get('card');
  const fields = card ? { number: card, expiry: '12/34', cvc: '123', name: 'Ada Lovelace' } : emptyFields;
  return { status: 200, body: payPage({ session, items: itemsOf(context, session), fields }) };
}

function pay({ context, session, body }: Visit): PageAnswer {
  if (session.status !== 'open') return closed(context, session);
  const typed = readFields(body);
  const messages = checkFields(typed, context.clock.now());
  // The CVC is never given back, as on the real page.
  const page = { session, items: itemsOf(context, session), fields: { ...typed, cvc: '' } };
  if (Object.keys(messages).length > 0) return { status: 422, body: payPage({ ...page, messages }) };

  const result = payByCard(context, session, readCard(typed));
  if (result.kind === 'declined') return { status: 402, body: payPage({ ...page, declined: result.decline.message }) };
  if (result.kind === 'asks authentication') return goTo(`/pay/${session.id}/authenticate`);
  return goTo(successUrl(result.session));
}

function showAuthentication({ context, session }: Visit): PageAnswer {
  const isWaiting = session.status === 'open' && context.store.note('waiting card', session.id);
  return isWaiting ? { status: 200, body: authenticationPage(session) } : goTo(`/pay/${session.id}`);
}

function authenticate({ context, session, body }: Visit): PageAnswer {
  if (session.status !== 'open') return closed(context, session);
  const result = answerAuthentication(context, session, isApproval(body));
  if (result?.kind === 'paid') return goTo(successUrl(result.session));
  if (result?.kind !== 'declined') return goTo(`/pay/${session.id}`);
  const items = itemsOf(context, session);
  return { status: 402, body: payPage({ session, items, fields: emptyFields, declined: result.decline.message }) };
}

function beginUpi({ context, session }: Visit): PageAnswer {
  if (session.status !== 'open') return closed(context, session);
  if (!session.payment_method_types.includes('upi')) return notFound;
  startUpi(context, session);
  return goTo(`/pay/${session.id}/upi`);
}

function showUpi({ context, session }: Visit): PageAnswer {
  if (!isUpiWaiting(context, session)) return closed(context, session);
  return { status: 200, body: upiPage(session, successUrl(session)) };
}

function finishUpi({ context, session, body }: Visit): PageAnswer {
  if (!isUpiWaiting(context, session)) return closed(context, session);
  answerUpi(context, session, isApproval(body));
  return goTo(successUrl(session));
}

const isApproval = (body: string): boolean => new URLSearchParams(body).get('answer') === 'approve';

const itemsOf = ({ store, account }: Context, session: Stripe.Checkout.Session): Stripe.LineItem[] =>
  store.list('item', { account, parent: session.id, limit: 100 });

const successUrl = (session: Stripe.Checkout.Session): string =>
  (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

const goTo = (location: string): PageAnswer => ({ status: 303, body: '', location });

const notFound: PageAnswer = {
  status: 404,
  body: noticePage({ title: 'No such page', text: 'This payment link is unknown here. Ask for a new one.' }),
};

function closed(context: Context, session: Stripe.Checkout.Session): PageAnswer {
  if (session.status === 'open') return goTo(`/pay/${session.id}`);
  if (session.status === 'expired') {
    const link = session.cancel_url ? { href: session.cancel_url, label: 'Back' } : undefined;
    const text = 'Nothing was charged. Go back and start the payment again.';
    return { status: 410, body: noticePage({ title: 'This payment link has expired', text, link }) };
  }
  const link = { href: successUrl(session), label: 'Continue' };
  if (session.payment_status === 'paid') {
    const text = 'You have already paid. You will not be charged again.';
    return { status: 200, body: noticePage({ title: 'Payment complete', text, link }) };
  }
  if (isUpiWaiting(context, session)) return goTo(`/pay/${session.id}/upi`);
  const text = 'The payment was not approved and nothing was charged. Go back and start it again.';
  return { status: 200, body: noticePage({ title: 'Payment failed', text, link }) };
}
