import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { Country } from '#domain/places/place.ts';
import { Scheme } from './segment.ts';

const whole = 'Please enter a whole number';
const Percent = z.int(whole).min(0, 'At least 0').max(100, 'At most 100');

/** How much each score weighs in the composite, in percent. */
export const Weights = z
  .strictObject({ recency: Percent, frequency: Percent, monetary: Percent, population: Percent })
  .superRefine((weights, context) => {
    const sum = Object.values(weights).reduce((total, each) => total + each, 0);
    if (sum !== 100) context.addIssue({ code: 'custom', message: `Together ${sum} %: weights make up 100 %` });
  });
export type Weights = z.infer<typeof Weights>;

type Order = 'rising' | 'falling';
/** In days: a calendar ends somewhere. */
const hundredYears = 36_500;

const bins = (order: Order, least: number, most = Number.MAX_SAFE_INTEGER) =>
  z
    .array(z.int(whole).min(least, `At least ${least}`).max(most, `At most ${most}`))
    .length(4)
    .superRefine((values, context) => {
      for (const [at, value] of values.entries()) {
        const before = values[at - 1];
        if (before === undefined || (order === 'rising' ? value > before : value < before)) continue;
        const message = `Must be ${order === 'rising' ? 'more' : 'fewer'} than for a score of ${at + 1}`;
        context.addIssue({ code: 'custom', path: [at], message });
      }
    });

/**
 * Fixed steps in the place of ranks: `[0]` is where the score of 2 begins, `[3]` that of 5. Recency in days since the last
 * payment, at most so many; frequency in payments and monetary in minor units, at least so many. Null ranks.
 */
export const Bins = z.strictObject({
  recency: bins('falling', 0, hundredYears).nullable(),
  frequency: bins('rising', 1).nullable(),
  monetary: bins('rising', 0).nullable(),
});
export type Bins = z.infer<typeof Bins>;

const Overrides = z
  .array(
    z.strictObject({
      country: Country,
      income: z.number('Please enter a number').positive('More than 0').max(1_000_000),
    }),
  )
  .max(250)
  .superRefine((incomes, context) => {
    for (const [at, { country }] of incomes.entries()) {
      if (incomes.findIndex((each) => each.country === country) < at)
        context.addIssue({ code: 'custom', path: [at, 'country'], message: 'This country stands here twice' });
    }
  });

/** How a business scores its customers. */
export const SegmentSettings = z
  .strictObject({
    scheme: Scheme,
    weights: Weights,
    bins: Bins,
    /** Income per head in international dollars, where the business knows better than the published figure. */
    incomes: Overrides,
    version: Version.nullable(),
  })
  .meta({ id: 'SegmentSettings' });
export type SegmentSettings = z.infer<typeof SegmentSettings>;

/** Until an admin says otherwise. */
export const usualSettings: SegmentSettings = {
  scheme: 'eleven',
  weights: { recency: 30, frequency: 30, monetary: 30, population: 10 },
  bins: { recency: null, frequency: null, monetary: null },
  incomes: [],
  version: null,
};
