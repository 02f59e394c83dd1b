/**
 * Taken from the likelihood of parameters, which are given as logarithms. Where all customers are alike it rises for ever,
 * ever more slowly: a pull towards 1, too faint to move a summit, gives it one before numbers lose their digits.
 */
export const faintPull = (logs: readonly number[], customers: number): number =>
  customers * logs.reduce((sum, log) => sum + 1e-6 * log ** 2 + (log / 8) ** 16, 0);
