// Terms are needed in proportion to 1 / (1 - z); a customer of today in a business of quick returns comes to some ten thousand.
const mostTerms = 100_000;

/** Gauss' hypergeometric function by its series, for `z` from 0 to below 1. */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < 1e-16 * Math.abs(sum)) break;
  }
  return sum;
}
