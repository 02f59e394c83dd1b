import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';
import type { SystemWork } from '#functions/work.ts';

type Ground = Pick<SystemWork, 'stripeAccount' | 'workspace'>;

/** The account a new payment is made on; null is the deployment's own. 409 while the business cannot be paid. */
export async function payingAccount({ stripeAccount, workspace }: Ground): Promise<string | null> {
  const connected = await stripeAccount.find();
  if (connected?.account && connected.chargesEnabled) return connected.account;
  if (config.stripe.isSingleBusiness) return null;
  throw problems.conflict(`${(await workspace.get()).name} cannot take payments yet.`);
}
