import { type Icon, IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import type { Tone } from '#web/platform/status.tsx';

type Face = { icon: Icon; tone: Tone; word: string; says: string };

/** How a connected account stands: its sign, its word, and what follows from it. */
export function faceOf({ state, wanted, disabledReason, payoutsEnabled }: StripeConnection): Face {
  if (disabledReason !== null) {
    return { icon: IconAlertTriangle, tone: 'bad', word: 'Switched off', says: disabledReason };
  }
  if (state === 'ready' && payoutsEnabled) {
    return { icon: IconCheck, tone: 'good', word: 'Ready', says: 'Customers pay straight to this account.' };
  }
  if (state === 'ready') {
    const says = 'Customers pay straight to this account. Stripe keeps the money until payouts are on.';
    return { icon: IconCheck, tone: 'good', word: 'Ready, payouts off', says };
  }
  if (wanted.length > 0) {
    const says = 'Nobody can pay to this account until Stripe knows what it asks for.';
    return { icon: IconClock, tone: 'waiting', word: 'Not finished', says };
  }
  const says = 'Stripe has what it asked for and checks it. There is nothing to do until it is done.';
  return { icon: IconClock, tone: 'waiting', word: 'Being checked', says };
}
