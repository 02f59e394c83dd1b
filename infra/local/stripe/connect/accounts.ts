import type Stripe from 'stripe';
import { invalidRequest } from '../api-error.ts';
import { type Context, platform } from '../context.ts';
import { type ListAnswer, listObjects } from '../list.ts';
import { tell } from '../objects/event.ts';
import { makeAccount } from '../objects/account.ts';
import type { AccountChange, AccountDraft } from '../params/account-params.ts';
import type { ListParams } from '../params/list-params.ts';
import type { Store } from '../store.ts';
import { currencyOf } from './countries.ts';

type Account = Stripe.Account;
type Profile = Stripe.Account.BusinessProfile;

export function createAccount(context: Context, draft: AccountDraft): Account {
  if (draft.type && draft.controller)
    throw invalidRequest('You may only specify one of these parameters: type, controller.', { param: 'type' });
  const country = draft.country ?? 'US';
  const currency = currencyOf(country);
  if (!currency) {
    throw invalidRequest(`Country '${country}' is unknown. Try using a 2-character alphanumeric country code.`, {
      code: 'country_unsupported',
      param: 'country',
    });
  }
  const account = makeAccount({ draft, country, currency, created: context.clock.now() });
  context.store.put(platform, 'account', account);
  return account;
}

/** The account that a path or a header names, for the platform or for the account itself. */
export function findAccount({ store, account: caller }: Context, id: string): Account {
  const account = caller === platform || caller === id ? store.find('account', id)?.object : undefined;
  if (!account || isDeauthorized(store, id)) throw noAccess(id);
  return account;
}

export const listAccounts = (context: Context, params: ListParams): ListAnswer<Account> =>
  listObjects(context, {
    kind: 'account',
    params,
    where: [["id not in (select id from notes where kind = 'deauthorized')"]],
    url: '/v1/accounts',
  });

export function updateAccount(context: Context, change: AccountChange, id: string): Account {
  const account = findAccount(context, id);
  const profile = Object.assign({}, account.business_profile, change.business_profile) as Profile;
  return changeAccount(context, account, {
    business_profile: profile,
    metadata: { ...account.metadata, ...change.metadata },
    ...(change.business_type && { business_type: change.business_type }),
    ...(change.email && { email: change.email }),
  });
}

/** Writes it down, and tells the platform as an event of the account. */
export function changeAccount(context: Context, account: Account, change: Partial<Account>): Account {
  const changed: Account = { ...account, ...change };
  context.store.put(platform, 'account', changed);
  tell({ ...context, account: account.id }, 'account.updated', changed, before(account, change));
  return changed;
}

/** The business takes back what it allowed the platform: no request reaches the account any more. */
export function deauthorize(context: Context, id: string): void {
  findAccount(context, id);
  context.store.keepNote('deauthorized', id, true);
  tell({ ...context, account: id }, 'account.application.deauthorized', {
    id: 'ca_local',
    object: 'application',
    name: 'Local platform',
  });
}

export const isDeauthorized = (store: Store, id: string): boolean => store.note('deauthorized', id) ?? false;

/** An account that nobody made here is taken as one that may take money. */
export function refuseIdleAccount({ store, account: id }: Context): void {
  const account = store.find('account', id)?.object;
  if (!account || account.charges_enabled) return;
  throw invalidRequest('Your account cannot currently make live charges.');
}

export const noAccess = (id: string) =>
  invalidRequest(
    `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    { status: 403, code: 'account_invalid' },
  );

const before = (account: Account, change: Partial<Account>): object =>
  Object.fromEntries(Object.keys(change).map((name) => [name, account[name as keyof Account] ?? null]));
