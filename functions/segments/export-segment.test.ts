import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { customerForecast } from '#domain/forecasts/customer-forecast.ts';
import type { Forecast } from '#domain/forecasts/forecast.ts';
import { linesOf } from '#functions/testing/list-model.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { exportSegment, exportSegmentWorkbook } from './export-segment.ts';
import { listSegment } from './list-segment.ts';
import { keepScored, today } from './testing/keep-measures.ts';

const byMonetary = { sort: '-monetary' as const };
const threePayers = (crm: Crm) =>
  keepScored(crm, [
    make.measures({ lastPaidOn: '2026-03-02', frequency: 14, monetary: 418_000 }),
    make.measures({ lastPaidOn: '2026-03-01', frequency: 2, monetary: 10_050 }),
    make.measures({ lastPaidOn: '2025-03-02', frequency: 2, monetary: 50 }),
  ]);

const forecast: Forecast = {
  day: today,
  customers: 1,
  repeaters: 1,
  bgNbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: -9582.4 },
  gammaGamma: { p: 6.25, q: 3.74, gamma: 15.44, logLikelihood: 0 },
  reason: null,
  quietAfterDays: 200,
  fit: [],
  expectedPurchases: null,
  expectedValue: null,
};

test(
  'F240 to F246 the file holds the columns of the table, of the list or of the chosen ones',
  withCrm(async (crm) => {
    const work = await crm.work('manager');
    const [best, second, last] = await threePayers(crm);
    const [head, ...lines] = await linesOf(await exportSegment(work, byMonetary));
    expect(head!.replace('\uFEFF', '')).toBe(
      'Name,Email,Recency (days),Frequency,Total Spend,Recency Score,Frequency Score,Monetary Score,Population Score,' +
        'Population (people),Place,Country,Segment,Tier,Composite,Expected purchases,Value,Chance alive,Currency,Id',
    );
    expect(lines[0]).toMatch(new RegExp(`,14,4180.00,5,5,5,,,,,VIP Customer,Unknown,100,,,,USD,${best}$`));
    const idsIn = (rows: string[]) => rows.filter(Boolean).map((line) => line.split(',').at(-1));
    expect(idsIn(lines)).toEqual([best, second, last]);

    const chosen = await linesOf(await exportSegment(work, { ...byMonetary, ids: [last!, best!], frequency: '5' }));
    expect(idsIn(chosen.slice(1))).toEqual([best]);
  }),
);

test(
  'what is expected of each stands beside the scores, as soon as there is a forecast',
  withCrm(async (crm) => {
    const work = { ...(await crm.work('admin')), now: () => new Date(`${today}T12:00:00Z`) };
    const measures = make.measures({ firstPaidOn: '2025-03-02', days: 12, frequency: 14, monetary: 418_000 });
    await keepScored(crm, [measures]);
    await work.forecasts.write({ ...forecast, best: [], leaving: [] });
    const expected = customerForecast(forecast, measures, today, 'USD')!;
    expect((await listSegment(work, { ...byMonetary, limit: 5 })).items).toMatchObject([{ forecast: expected }]);

    const [, line] = await linesOf(await exportSegment(work, byMonetary));
    const { expectedPurchases, value, chanceAlive } = expected;
    expect(line!.split(',').slice(15, 18)).toEqual(
      [expectedPurchases, value / 100, chanceAlive!].map((number) => expect.stringContaining(number.toFixed(1))),
    );
  }),
);

test(
  'the same as a workbook, whose numbers are numbers',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    await threePayers(crm);
    const { bytes } = await exportSegmentWorkbook(work, { sort: 'monetary' });
    const [head, ...rows] = await readSheet(
      Buffer.from(await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
    );
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
    expect(column('Total Spend')).toEqual([0.5, 100.5, 4180]);
    expect(column('Monetary Score')).toEqual([1, 3, 5]);
  }),
);
