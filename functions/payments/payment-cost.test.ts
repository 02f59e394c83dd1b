import { expect, test, vi } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { stripe } from '#functions/platform/stripe.ts';
import { cosmosUsage } from '#functions/testing/cosmos-usage.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { openCheckout } from './open-checkout.ts';
import { inboxStore } from './inbox-store.ts';
import { newsOf } from './stripe-news.ts';
import { atPayPage, connected, eventOn, hear } from './testing/at-stripe.ts';

test(
  'an event is received with one write, and stored with three point reads, one write and one question to Stripe',
  withCrm(async (crm) => {
    const { account, url, stored } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const receiving = await cosmosUsage(() => inboxStore.receive(newsOf(event)));
    expect(receiving.operations).toEqual(['create']);
    const asked = vi.spyOn(stripe.checkout.sessions, 'retrieve');
    let questions = 0;
    const { operations, charge } = await cosmosUsage(async () => {
      await hear(event);
      questions = asked.mock.calls.length;
    });
    expect(operations).toEqual(['read', 'read', 'read', 'replace']);
    expect(questions).toBe(1);
    expect(receiving.charge + charge).toBeLessThanOrEqual(35);
    expect((await stored()).status).toBe('paid');
  }),
);

test(
  'an event that says nothing new reads the payment alone',
  withCrm(async (crm) => {
    const { account, url } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    await hear(event);
    const again = await cosmosUsage(() => hear(event));
    expect(again.operations).toEqual(['read']);
  }),
);

test(
  'a payment costs at most 60 request units all told: opened, paid and stored',
  withCrm(async (crm) => {
    const account = await connected(crm);
    const customer = await crm.work('customer');
    let url = '';
    const opening = await cosmosUsage(async () => {
      ({ url } = await openCheckout(customer, make.checkoutDraft()));
    });
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const storing = await cosmosUsage(async () => {
      await inboxStore.receive(newsOf(event));
      await hear(event);
    });
    expect(opening.charge + storing.charge).toBeLessThanOrEqual(60);
  }),
);
