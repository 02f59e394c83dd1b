import type { Context } from '../context.ts';
import { makeDispute } from '../objects/dispute.ts';
import { tell } from '../objects/event.ts';

export function openDispute(context: Context, chargeId: string): void {
  const charge = context.store.find('charge', chargeId, context.account)?.object;
  if (!charge || charge.disputed) return;

  const dispute = makeDispute(charge, context.clock.now());
  context.store.put(context.account, 'dispute', dispute);
  context.store.put(context.account, 'charge', { ...charge, disputed: true });
  tell(context, 'charge.dispute.created', dispute);
}
