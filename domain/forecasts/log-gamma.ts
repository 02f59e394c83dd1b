// Lanczos, g = 7: about 15 digits for every positive argument.
const head = 0.99999999999980993;
const coefficients = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** The logarithm of the gamma function, for arguments above 0. */
export function logGamma(value: number): number {
  const z = value - 1;
  let sum = head;
  for (let at = 0; at < coefficients.length; at += 1) sum += coefficients[at]! / (z + at + 1);
  const t = z + 7.5;
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
