import { expect, test } from 'vitest';
import { historyOf } from '#domain/segments/history.ts';
import { measuresOf } from '#domain/segments/measure.ts';
import { dayNumber, dayOf, payersOf, withMeasures } from '#domain/segments/payers.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { makeForecast } from './make-forecast.ts';
import { readForecast } from './read-forecast.ts';

const day = '2026-11-20';
const at = (work: Awaited<ReturnType<Crm['work']>>) => ({ ...work, now: () => new Date(`${day}T12:00:00Z`) });

/** Customers who paid $50 on these days each, measured as the segments do; a forecast is made of them. */
async function forecasted(crm: Crm, paidOn: string[][]): Promise<string[]> {
  const system = crm.system();
  const customers = await Promise.all(paidOn.map(() => crm.addCustomer()));
  const bought = customers.map(({ id }, at) => ({ id, days: paidOn[at]! }));
  const measures = new Map(
    bought.map(({ id, days }) => {
      const own = days.map((paidOn) => ({ paidOn, counted: 5000 }));
      return [id, measuresOf(own, { market: null, bornOn: null })];
    }),
  );
  const payments = bought.flatMap(({ id, days }) =>
    days.map((day) => ({ id: crypto.randomUUID(), customerId: id, day: dayNumber(day), counted: 5000 })),
  );
  await system.customers.setMeasures(measures, 1);
  await makeForecast(system, { payers: withMeasures(payersOf(0), measures), history: historyOf(payments), day });
  return bought.map(({ id }) => id);
}

const every = (from: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => dayOf(dayNumber(from) + at * step));

/** Thirty who come every three weeks to this day, and two who came weekly and stopped. */
const business = [
  ...Array.from({ length: 30 }, (_, at) => every(dayOf(dayNumber('2026-02-01') + at), 21, 14)),
  ...Array.from({ length: 2 }, () => every('2026-02-01', 7, 8)),
];

test(
  'before the first night there is no forecast',
  withCrm(async (crm) => {
    expect(await readForecast(await crm.work('manager'))).toEqual({ forecast: null, best: [], leaving: [] });
  }),
);

test(
  'F256 F283: what is expected of all customers, the best of them, and who is likely gone',
  withCrm(async (crm) => {
    const ids = await forecasted(crm, business);
    const { forecast, best, leaving } = await readForecast(at(await crm.work('manager')));

    expect(forecast).toMatchObject({ day, customers: 32, repeaters: 32, reason: null });
    expect(forecast!.expectedValue).toBeGreaterThan(0);
    expect(new Set(best.map(({ id }) => id))).toEqual(new Set(ids.slice(0, 30)));
    expect(best.map(({ forecast }) => forecast.value)).toEqual(
      best.map(({ forecast }) => forecast.value).toSorted((a, b) => b - a),
    );
    expect(new Set(leaving.map(({ id }) => id))).toEqual(new Set(ids.slice(30)));
    expect(leaving[0]!.forecast).toMatchObject({ basis: 'model', isGone: true });
  }),
);

test(
  'who pays after a long silence is no longer listed as likely gone, before the next night',
  withCrm(async (crm) => {
    const [back] = (await forecasted(crm, business)).slice(30);
    const days = [...business.at(-1)!, ...every('2026-11-01', 3, 7)];
    const own = days.map((paidOn) => ({ paidOn, counted: 5000 }));
    await crm.system().customers.setMeasures(new Map([[back!, measuresOf(own, { market: null, bornOn: null })]]), 2);

    const { leaving } = await readForecast(at(await crm.work('manager')));
    expect(leaving.map(({ id }) => id)).not.toContain(back);
    expect(leaving).toHaveLength(1);
  }),
);

test(
  'a customer who has no payment left since the night is in no list',
  withCrm(async (crm) => {
    const ids = await forecasted(crm, business);
    await crm.system().customers.setMeasures(new Map([[ids[0]!, null]]), 2);
    const { best } = await readForecast(at(await crm.work('manager')));
    expect(best.map(({ id }) => id)).not.toContain(ids[0]);
    expect(best).toHaveLength(29);
  }),
);

test(
  'too few who came back: kept is the reason',
  withCrm(async (crm) => {
    await forecasted(crm, business.slice(0, 3));
    const { forecast, best } = await readForecast(at(await crm.work('admin')));
    expect(forecast).toMatchObject({ reason: '3 customers have paid on more than one day; a forecast needs 20.' });
    expect(best).toEqual([]);
  }),
);
