import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import { noticePage } from '../pages/layout.ts';
import { onboardingPage } from '../pages/onboarding-page.ts';
import type { PageAnswer } from '../pay.ts';
import { type Onboarding, useAccountLink } from './account-links.ts';
import { isDeauthorized } from './accounts.ts';
import { checkBusiness, finishOnboarding, readBusiness } from './onboarding.ts';

/** `/connect/:link` opens `/connect/:link/:visit` once; only that page may be loaded again. */
export function answerConnectPage(context: Context, method: string, url: URL, body: string): PageAnswer {
  const [, , token = '', visit] = url.pathname.split('/');
  return context.store.together(() => {
    if (!visit) return openLink(context, token);
    const onboarding = context.store.note('onboarding', visit);
    const account = onboarding && context.store.find('account', onboarding.account)?.object;
    if (!account || isDeauthorized(context.store, account.id)) return notFound;
    if (method === 'POST') return answerForm({ context, onboarding, account, body });
    return { status: 200, body: onboardingPage({ account, fields: known(account) }) };
  });
}

function openLink(context: Context, token: string): PageAnswer {
  const location = useAccountLink(context, token);
  return location ? goTo(location) : notFound;
}

interface Sent {
  context: Context;
  onboarding: Onboarding;
  account: Stripe.Account;
  body: string;
}

function answerForm({ context, onboarding, account, body }: Sent): PageAnswer {
  if (new URLSearchParams(body).get('do') === 'leave') return goTo(onboarding.returnUrl);
  const fields = readBusiness(body);
  const messages = checkBusiness(fields);
  if (Object.keys(messages).length > 0) return { status: 422, body: onboardingPage({ account, fields, messages }) };
  finishOnboarding(context, account, fields);
  return goTo(onboarding.returnUrl);
}

const known = ({ business_profile: profile }: Stripe.Account) => ({
  name: profile?.name ?? '',
  url: profile?.url ?? '',
  bankAccount: '',
});

const goTo = (location: string): PageAnswer => ({ status: 303, body: '', location });

const notFound: PageAnswer = {
  status: 404,
  body: noticePage({
    title: 'No such page',
    text: 'This link is unknown here. Ask for a new one where you came from.',
  }),
};
