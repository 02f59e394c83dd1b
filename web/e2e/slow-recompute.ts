import { slowScorer, slowSegment } from '#domain/segments/testing/slow-rule.ts';

type Measures = { lastPaidOn: string; frequency: number; monetary: number };
type Scored = Measures & { scores: { recency: number; frequency: number; monetary: number }; segment: string };

/**
 * Every customer of a file with the columns customer, date, units, amount, scored the slow and obvious way: count who is
 * worse and who is better, look the name up in the table. Shares no line with the product.
 */
export function slowRecompute(csv: string): Map<string, Scored> {
  const customers = new Map<string, Measures>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [customer, date, , amount] = line.trim().split(',') as [string, string, string, string];
    const sofar = customers.get(customer) ?? { lastPaidOn: '', frequency: 0, monetary: 0 };
    customers.set(customer, {
      lastPaidOn: date > sofar.lastPaidOn ? date : sofar.lastPaidOn,
      frequency: sofar.frequency + 1,
      monetary: sofar.monetary + Math.round(Number(amount) * 100),
    });
  }

  const everybody = [...customers.values()];
  const recency = slowScorer(everybody.map(({ lastPaidOn }) => lastPaidOn));
  const frequency = slowScorer(everybody.map(({ frequency }) => frequency));
  const monetary = slowScorer(everybody.map(({ monetary }) => monetary));
  return new Map(
    [...customers].map(([reference, measures]) => {
      const scores = {
        recency: recency(measures.lastPaidOn),
        frequency: frequency(measures.frequency),
        monetary: monetary(measures.monetary),
      };
      return [reference, { ...measures, scores, segment: slowSegment('eleven', { ...scores, population: null }) }];
    }),
  );
}
