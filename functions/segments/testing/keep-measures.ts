import type { Measures } from '#domain/customers/customer.ts';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import type { Crm } from '#functions/testing/with-crm.ts';

export const today = '2026-03-02';

/** Customers whose measures and cuts stand, without payments behind them; their ids in the same order. */
export async function keepScored(crm: Crm, measures: readonly Measures[]): Promise<string[]> {
  const customers = await Promise.all(measures.map(() => crm.addCustomer()));
  const ids = customers.map(({ id }) => id);
  await keepMeasures(crm, new Map(ids.map((id, at) => [id, measures[at]!])), 1);
  return ids;
}

/** The measures of all who have paid, and the cuts between them. */
export async function keepMeasures(crm: Crm, measures: Map<string, Measures>, version: number): Promise<void> {
  const { customers, segments } = crm.system();
  await customers.setMeasures(measures, version);
  const payers = withMeasures(payersOf(0), measures);
  const summarised = summarise(payers, { bins: usualSettings.bins, today });
  await segments.replaceSummary({ version, updatedAt: null, day: today, ...summarised });
}
