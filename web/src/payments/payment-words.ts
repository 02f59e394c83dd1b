import { type Icon, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { type Payment, type PaymentStatus, statusWord } from '#domain/payments/payment.ts';
import type { Tone } from '#web/platform/status.tsx';

const face = (icon: Icon, tone: Tone, status: PaymentStatus) => ({ icon, tone, children: statusWord[status] });

/** A payment's status as an icon and a word. */
export const paymentFace: Record<PaymentStatus, { icon: Icon; tone: Tone; children: string }> = {
  pending: face(IconClock, 'waiting', 'pending'),
  processing: face(IconClock, 'waiting', 'processing'),
  failed: face(IconX, 'bad', 'failed'),
  expired: face(IconX, 'quiet', 'expired'),
  paid: face(IconCheck, 'good', 'paid'),
  withdrawn: face(IconX, 'quiet', 'withdrawn'),
};

/** "CARD"; nothing until the payer has chosen. */
export const methodWord = ({ method }: Pick<Payment, 'method'>): string => method?.toUpperCase() ?? '';

/** Nothing more will happen to it by itself. */
export const isFinal = (status: PaymentStatus): boolean =>
  status === 'paid' || status === 'failed' || status === 'expired';
