import { customerForecast } from '#domain/forecasts/customer-forecast.ts';
import { groupOf } from '#domain/groups/group-of.ts';
import type { CustomerStanding } from '#domain/segments/explain.ts';
import { nextStep } from '#domain/segments/next-step.ts';
import { type CountedOn, pathOf } from '#domain/segments/path.ts';
import { scoreCustomer } from '#domain/segments/score-customer.ts';
import { standingWords } from '#domain/segments/standing-words.ts';
import { toldScores } from '#domain/segments/told-scores.ts';
import type { Work } from '#functions/work.ts';
import { currentRules } from './segment-rules.ts';

/** One customer explained, by the rules and among the payers of this moment. */
export async function readStanding(work: Work, customerId: string): Promise<CustomerStanding> {
  const { customers, segments, segmentSettings, workspace, trends, forecasts, groups } = work;
  const [found, rules, payments, { payers }, { updatedAt }, { bins }, { currency }, kept] = await Promise.all([
    customers.get(customerId),
    currentRules(work),
    countedOf(work, customerId),
    segments.snapshot(),
    segments.summary(),
    segmentSettings.get(),
    workspace.get(),
    Promise.all([trends.weeklyCuts(), forecasts.read(), groups.read()]),
  ]);
  const [weekly, forecast, grouping] = kept;
  const customer = scoreCustomer(found, rules);
  const { measures } = customer;
  const { cuts, scheme, today } = rules;
  const scores = toldScores(customer, { payers, cuts, today });
  const weeks = (weekly?.weeks ?? []).filter(({ on }) => on < today);
  return {
    customer,
    scores,
    words: standingWords(customer, scores, bins),
    next: nextStep(customer, { payers, scheme, bins, today, currency }),
    path: cuts ? pathOf(payments, { weeks, today: { on: today, cuts }, scheme }) : [],
    lastPaid: lastOf(payments),
    forecast: forecast && measures && customerForecast(forecast, measures, today, currency),
    group: grouping && measures && groupOf(grouping, measures, today),
    today,
    updatedAt,
  };
}

async function countedOf({ payments }: Work, customerId: string): Promise<CountedOn[]> {
  const all = await payments.ofCustomers([customerId]);
  return all.flatMap(({ counted, paidOn }) => (counted === null || paidOn === null ? [] : [{ counted, paidOn }]));
}

function lastOf(payments: readonly CountedOn[]): CustomerStanding['lastPaid'] {
  const on = payments
    .map(({ paidOn }) => paidOn)
    .sort()
    .at(-1);
  const ofDay = payments.filter(({ paidOn }) => paidOn === on);
  return on === undefined ? null : { on, amount: ofDay.reduce((sum, { counted }) => sum + counted, 0) };
}
