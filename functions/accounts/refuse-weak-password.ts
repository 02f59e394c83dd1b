import { type PasswordContext, weaknessOf } from '#domain/accounts/password-rules.ts';
import { problems } from '#domain/kernel/problem.ts';

/** Before a password is kept, wherever one is chosen. */
export function refuseWeakPassword(password: string, context: PasswordContext): void {
  const weakness = weaknessOf(password, context);
  if (weakness) throw problems.invalid([{ pointer: '/body/password', detail: weakness }]);
}
