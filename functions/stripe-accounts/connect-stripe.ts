import { Stripe } from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import type { ConnectDraft } from '#domain/stripe-accounts/stripe-account.ts';
import { config } from '#functions/platform/config.ts';
import type { Work } from '#functions/work.ts';
import { factsOf, noFacts, readAccount } from './account-facts.ts';
import { claimAccount } from './account-owners.ts';
import { noteConnection } from './note-connection.ts';
import type { StripeAccount } from './stripe-account-store.ts';

/** Each link opens Stripe's pages once; what is asked for again gets another. Safe to repeat. */
export async function connectStripe(work: Work, { country }: ConnectDraft): Promise<{ url: string }> {
  const stored = await work.stripeAccount.find();
  const account = stored?.account ?? (await openAccount(work, stored, country));
  const page = `${config.publicOrigin}/settings/payments`;
  const { url } = await work.stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    refresh_url: `${page}?stripe=again`,
    return_url: `${page}?stripe=back`,
  });
  return { url };
}

async function openAccount(work: Work, stored: StripeAccount | null, country: string): Promise<string> {
  const { stripeAccount, now } = work;
  const asked = await noteAsked(work, stored, country);
  const opened = (await formerAccount(work, asked)) ?? (await createAccount(work, asked));
  await claimAccount(opened.account, work.workspaceId);
  await stripeAccount.replace({
    ...asked,
    ...opened.facts,
    // The next account that is asked for is another one.
    attempt: asked.attempt + 1,
    account: opened.account,
    connectedAt: now().toISOString(),
    former: asked.former.filter(({ account }) => account !== opened.account),
  });
  await noteConnection(work, { from: null, to: opened.account });
  return opened.account;
}

/** Stored before Stripe is asked: a repeat asks for the same account under the same key. */
async function noteAsked({ stripeAccount }: Work, stored: StripeAccount | null, country: string) {
  if (!stored) {
    return stripeAccount.add({ ...noFacts, attempt: 1, country, account: null, connectedAt: null, former: [] });
  }
  if (stored.country === country) return stored;
  return stripeAccount.replace({ ...stored, country, attempt: stored.attempt + 1 });
}

/** Somebody who disconnected and comes back need not tell Stripe everything once more. */
async function formerAccount({ stripe }: Work, { former, country }: StripeAccount) {
  const last = former.findLast((one) => one.country === country);
  const facts = last && (await readAccount(stripe, last.account));
  return facts ? { account: last.account, facts } : null;
}

async function createAccount({ stripe, workspaceId }: Work, { attempt, country }: StripeAccount) {
  try {
    const created = await stripe.accounts.create(
      {
        country,
        // The business is the merchant: its dashboard, its fees, its disputes; Stripe asks it what it must know.
        controller: {
          stripe_dashboard: { type: 'full' },
          fees: { payer: 'account' },
          losses: { payments: 'stripe' },
          requirement_collection: 'stripe',
        },
        metadata: { workspaceId },
      },
      { idempotencyKey: `account:${workspaceId}:${attempt}` },
    );
    return { account: created.id, facts: factsOf(created) };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.param === 'country')
      throw problems.invalid([{ pointer: '/body/country', detail: 'Stripe does not work in this country yet' }]);
    throw error;
  }
}
