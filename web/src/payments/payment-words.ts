import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type * as z from 'zod';
import type { CounterMethod } from '#domain/payments/drafts.ts';
import { type Payment, type PaymentStatus, statusWord } from '#domain/payments/payment.ts';
import type { RefundReason, RefundStatus } from '#domain/payments/refund.ts';
import type { Tone } from '#web/platform/status.tsx';

type Face = { icon: Icon; tone: Tone; children: string };

const face = (icon: Icon, tone: Tone, status: PaymentStatus): Face => ({ icon, tone, children: statusWord[status] });

/** A payment's status as an icon and a word. */
export const paymentFace: Record<PaymentStatus, Face> = {
  requested: face(IconSend, 'waiting', 'requested'),
  pending: face(IconClock, 'waiting', 'pending'),
  processing: face(IconClock, 'waiting', 'processing'),
  failed: face(IconX, 'bad', 'failed'),
  expired: face(IconX, 'quiet', 'expired'),
  cancelled: face(IconBan, 'quiet', 'cancelled'),
  paid: face(IconCheck, 'good', 'paid'),
  'partially-refunded': face(IconArrowBackUp, 'good', 'partially-refunded'),
  refunded: face(IconArrowBackUp, 'quiet', 'refunded'),
  disputed: face(IconAlertTriangle, 'bad', 'disputed'),
  withdrawn: face(IconX, 'quiet', 'withdrawn'),
};

/** "CARD"; nothing until the payer has chosen. */
export const methodWord = ({ method }: Pick<Payment, 'method'>): string => method?.toUpperCase() ?? '';

export const counterWord: Record<z.infer<typeof CounterMethod>, string> = {
  cash: 'Cash',
  terminal: 'Card terminal',
  transfer: 'Bank transfer',
};

export const refundFace: Record<RefundStatus, Face> = {
  asked: { icon: IconClock, tone: 'waiting', children: 'On its way' },
  pending: { icon: IconClock, tone: 'waiting', children: 'On its way' },
  succeeded: { icon: IconCheck, tone: 'good', children: 'Given back' },
  failed: { icon: IconX, tone: 'bad', children: 'Failed' },
};

export const reasonWord: Record<RefundReason, string> = {
  'requested-by-customer': 'The customer asked for it',
  duplicate: 'Paid twice',
  fraudulent: 'Fraud',
  other: 'Another reason',
};
