import type { StepUpWay } from '#domain/factors/factor.ts';

export const wayNames: Record<StepUpWay, string> = {
  password: 'Use your password',
  totp: 'Use your authenticator app',
  passkey: 'Use a passkey',
  'recovery-code': 'Use a recovery code',
  code: 'Get a code by e-mail',
};
