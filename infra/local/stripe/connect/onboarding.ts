import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import { requirements } from '../objects/account.ts';
import { changeAccount } from './accounts.ts';

/** What a business tells on Stripe's pages, as typed. */
export interface BusinessFields {
  name: string;
  url: string;
  bankAccount: string;
}

export function readBusiness(body: string): BusinessFields {
  const form = new URLSearchParams(body);
  const text = (name: string) => (form.get(name) ?? '').trim();
  return { name: text('name'), url: text('url'), bankAccount: text('bankAccount') };
}

export function checkBusiness({ name, url, bankAccount }: BusinessFields): Partial<BusinessFields> {
  return {
    ...(name === '' && { name: 'Enter the name of your business.' }),
    ...(!isWeb(url) && { url: 'Enter a web address such as https://shop.example.' }),
    ...(!/^\d{6,17}$/.test(bankAccount.replaceAll(/[\s-]/g, '')) && {
      bankAccount: 'Enter an account number of 6 to 17 digits.',
    }),
  };
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:/i.test(url);

/** Everything is told: the business takes money from now on. The number of the bank account is not kept. */
export function finishOnboarding(
  context: Context,
  account: Stripe.Account,
  { name, url }: Pick<BusinessFields, 'name' | 'url'>,
): Stripe.Account {
  const profile = account.business_profile;
  return changeAccount(context, account, {
    ...takesMoney,
    ...(profile ? { business_profile: { ...profile, name, url } } : {}),
    details_submitted: true,
    requirements: requirements([], null),
    tos_acceptance: { date: context.clock.now(), ip: '127.0.0.1', user_agent: null },
  });
}

export const takesMoney: Partial<Stripe.Account> = {
  charges_enabled: true,
  payouts_enabled: true,
  capabilities: { card_payments: 'active', transfers: 'active' },
};

export const takesNoMoney: Partial<Stripe.Account> = {
  charges_enabled: false,
  payouts_enabled: false,
  capabilities: { card_payments: 'inactive', transfers: 'inactive' },
};
