import type { Slowing } from '#functions/accounts/password-tries.ts';

/** Of codes for one account: six digits allow fewer guesses than a password. The passkey stays open to the owner. */
export const factorTries: Slowing = { purpose: 'factor-tries', longestWaitSeconds: 900, forgottenAfterSeconds: 7200 };

/** Of passwords by which somebody signed in confirms that it is them. */
export const stepUpTries: Slowing = { purpose: 'step-up-tries', longestWaitSeconds: 60, forgottenAfterSeconds: 900 };
