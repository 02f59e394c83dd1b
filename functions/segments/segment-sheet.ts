import type { SegmentRow } from '#domain/segments/list.ts';
import type { Tier } from '#domain/segments/segment.ts';
import type { SheetColumn, SheetValue } from '#functions/platform/sheet.ts';

const tierWord: Record<Tier, string> = { high: 'High', mid: 'Mid', low: 'Low', unknown: 'Unknown' };

/** What a file of scored customers holds: the columns of the page's table first. */
export function segmentColumns(currency: string): readonly SheetColumn<SegmentRow>[] {
  const money = (amount: number | undefined): SheetValue => (amount === undefined ? null : { amount, currency });
  return [
    { header: 'Name', width: 24, value: ({ name }) => name },
    { header: 'Email', width: 28, value: ({ email }) => email },
    { header: 'Recency (days)', width: 14, value: ({ recencyDays }) => recencyDays },
    { header: 'Frequency', width: 12, value: ({ measures }) => measures && measures.frequency },
    { header: 'Total Spend', width: 18, value: ({ measures }) => money(measures?.monetary) },
    { header: 'Recency Score', width: 14, value: ({ scores }) => scores && scores.recency },
    { header: 'Frequency Score', width: 16, value: ({ scores }) => scores && scores.frequency },
    { header: 'Monetary Score', width: 15, value: ({ scores }) => scores && scores.monetary },
    { header: 'Population Score', width: 16, value: ({ scores }) => scores && scores.population },
    { header: 'Population (people)', width: 18, value: ({ place }) => place && place.population },
    { header: 'Place', width: 20, value: ({ place }) => place && place.name },
    { header: 'Country', width: 10, value: ({ place }) => place && place.country },
    { header: 'Segment', width: 20, value: ({ segment }) => segment },
    { header: 'Tier', width: 10, value: ({ tier }) => tierWord[tier] },
    { header: 'Composite', width: 11, value: ({ composite }) => composite },
    { header: 'Expected purchases', width: 18, value: ({ forecast }) => twoPlaces(forecast?.expectedPurchases) },
    { header: 'Value', width: 14, value: ({ forecast }) => money(forecast?.value) },
    { header: 'Chance alive', width: 13, value: ({ forecast }) => twoPlaces(forecast?.chanceAlive) },
    { header: 'Currency', width: 10, value: () => currency },
    { header: 'Id', width: 38, value: ({ id }) => id },
  ];
}

const twoPlaces = (number: number | null | undefined): number | null =>
  typeof number === 'number' ? Math.round(number * 100) / 100 : null;
