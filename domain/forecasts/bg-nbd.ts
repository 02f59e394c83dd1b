import { faintPull } from './faint-pull.ts';
import type { BgNbd } from './forecast.ts';
import { hyp2f1 } from './hyp2f1.ts';
import { logGamma } from './log-gamma.ts';
import { lowestPoint } from './nelder-mead.ts';

/** `repeats` purchases after the first, the last of them after `last` of `age` weeks. */
export type Bought = { repeats: number; last: number; age: number };
/** So many who bought alike. */
export type Buyers = Bought & { weight: number };

export function together(each: Iterable<Bought>): Buyers[] {
  const buyers = new Map<string, Buyers>();
  for (const { repeats, last, age } of each) {
    const key = `${repeats} ${last} ${age}`;
    const alike = buyers.get(key);
    if (alike) alike.weight += 1;
    else buyers.set(key, { repeats, last, age, weight: 1 });
  }
  return [...buyers.values()];
}

/** Null when no best parameters are found. Time is measured by the customers' mean age, so that every business is alike. */
export function fitBgNbd(buyers: readonly Buyers[]): (BgNbd & { logLikelihood: number }) | null {
  const customers = buyers.reduce((sum, { weight }) => sum + weight, 0);
  const unit = buyers.reduce((sum, { age, weight }) => sum + age * weight, 0) / customers || 1;
  const scaled = buyers.map((each) => ({ ...each, last: each.last / unit, age: each.age / unit }));
  const found = lowestPoint((logs) => faintPull(logs, customers) - logLikelihood(modelOf(logs), scaled), [0, -2, 0, 0]);
  if (!found) return null;
  const { r, alpha, a, b } = modelOf(found);
  const model = { r, alpha: alpha * unit, a, b };
  return { ...model, logLikelihood: logLikelihood(model, buyers) };
}

/** Logarithms, so that no parameter falls to 0 or below. */
function modelOf(logs: number[]): BgNbd {
  const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp);
  return { r, alpha, a, b };
}

function logLikelihood({ r, alpha, a, b }: BgNbd, buyers: readonly Buyers[]): number {
  const fixed = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  // Few different counts, many buyers: the gammas are taken once for each.
  const byRepeats: number[] = [];
  const gammas = (x: number): number =>
    (byRepeats[x] ??= fixed + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x));
  let sum = 0;
  for (const { repeats, last, age, weight } of buyers) {
    const alive = -(r + repeats) * Math.log(alpha + age);
    const orGone = repeats === 0 ? 0 : logOnePlusExp(logOddsGone({ r, alpha, a, b }, { repeats, last, age }));
    sum += weight * (gammas(repeats) + alive + orGone);
  }
  return sum;
}

const logOddsGone = ({ r, alpha, a, b }: BgNbd, { repeats, last, age }: Bought): number =>
  Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + last));

/** Without a power that is too large for a number. */
const logOnePlusExp = (log: number): number => Math.max(log, 0) + Math.log1p(Math.exp(-Math.abs(log)));

/** 1 for who bought once, whatever they do: the model lets nobody leave before their first return. */
export const chanceAlive = (model: BgNbd, bought: Bought): number =>
  bought.repeats === 0 ? 1 : 1 / (1 + Math.exp(logOddsGone(model, bought)));

/** Purchases in the next `weeks` of a buyer who is still alive. */
export function purchasesIfAlive(
  { r, alpha, a: given, b }: BgNbd,
  { repeats, age }: Pick<Bought, 'repeats' | 'age'>,
  weeks: number,
): number {
  // At 1 the formula is 0 / 0, and beside it continuous.
  const a = Math.abs(given - 1) < 1e-7 ? 1 + 1e-7 : given;
  const total = alpha + age + weeks;
  const series = hyp2f1(r + repeats, b + repeats, a + b + repeats - 1, weeks / total);
  const left = Math.exp((r + repeats) * Math.log((alpha + age) / total)) * series;
  return ((a + b + repeats - 1) / (a - 1)) * (1 - left);
}

/** The chances of 0, 1, 2 and so on repeats within `age` weeks, up to `most - 1`; the last is that of `most` or more. */
export function repeatChances({ r, alpha, a, b }: BgNbd, age: number, most: number): number[] {
  const logBeta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other);
  const without = alpha / (alpha + age);
  /** Of the purchases alone, were nobody to leave. */
  const negativeBinomial = (x: number): number => {
    const log = logGamma(r + x) - logGamma(r) - logGamma(x + 1) + r * Math.log(without);
    return x === 0 ? Math.exp(log) : Math.exp(log) * (1 - without) ** x;
  };
  const chances: number[] = [];
  let fewer = 0;
  for (let x = 0; x < most; x += 1) {
    const stayed = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * negativeBinomial(x);
    const left = x === 0 ? 0 : Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * (1 - fewer);
    chances.push(stayed + left);
    fewer += negativeBinomial(x);
  }
  const rest = 1 - chances.reduce((sum, chance) => sum + chance, 0);
  return [...chances, Math.max(0, rest)];
}
