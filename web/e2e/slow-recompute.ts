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
  const recency = scorer(everybody.map(({ lastPaidOn }) => lastPaidOn));
  const frequency = scorer(everybody.map(({ frequency }) => frequency));
  const monetary = scorer(everybody.map(({ monetary }) => monetary));
  return new Map(
    [...customers].map(([reference, measures]) => {
      const scores = {
        recency: recency(measures.lastPaidOn),
        frequency: frequency(measures.frequency),
        monetary: monetary(measures.monetary),
      };
      return [reference, { ...measures, scores, segment: nameOf(scores) }];
    }),
  );
}

function scorer<T extends string | number>(values: T[]): (value: T) => number {
  const known = new Map<T, number>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const worse = values.filter((other) => other < value).length;
    const better = values.filter((other) => other > value).length;
    const score = better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (values.length - 1)));
    known.set(value, score);
    return score;
  };
}

function nameOf({ recency: r, frequency: f, monetary: m }: Scored['scores']): string {
  if (r === 5 && f === 5 && m === 5) return 'VIP Customer';
  if (r === 5 && f >= 4) return 'Champions';
  if (r >= 3 && f >= 4) return 'Loyal Customers';
  if (r >= 4 && f >= 2) return 'Potential Loyalists';
  if (r === 5) return 'New Customers';
  if (r === 4) return 'Promising';
  if (r === 3) return f === 3 ? 'Need Attention' : 'About to Sleep';
  if (f === 5) return "Can't Lose Them";
  return f >= 3 ? 'At Risk' : 'Hibernating';
}
