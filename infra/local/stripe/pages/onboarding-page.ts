import type Stripe from 'stripe';
import { html } from '../../html.ts';
import type { BusinessFields } from '../connect/onboarding.ts';
import { field } from './field.ts';
import { layout } from './layout.ts';

interface OnboardingPage {
  account: Stripe.Account;
  fields: BusinessFields;
  messages?: Partial<BusinessFields>;
}

/** Asks in one page what Stripe asks in many. */
export function onboardingPage({ account, fields, messages = {} }: OnboardingPage): string {
  const typed = (name: keyof BusinessFields) => ({ name, value: fields[name], message: messages[name] });
  return layout({
    title: 'Get paid by card',
    body: html`<section class="sheet notice">
      <h1>Get paid by card</h1>
      <p class="muted">Country ${account.country}, paid out in ${account.default_currency?.toUpperCase()}.</p>
      <form method="post" novalidate>
        ${field({ ...typed('name'), label: 'Business name', autocomplete: 'organization', hint: '' })}
        ${field({ ...typed('url'), label: 'Web address', autocomplete: 'url', hint: 'https://' })}
        ${field({ ...typed('bankAccount'), label: 'Bank account number', autocomplete: 'off', hint: '000123456789', isNumber: true })}
        <p class="muted">Any digits will do: the number is not kept, and no money moves.</p>
        <button name="do" value="finish">Finish</button>
        <button name="do" value="leave" class="quiet">Leave unfinished</button>
      </form>
    </section>`,
  });
}
