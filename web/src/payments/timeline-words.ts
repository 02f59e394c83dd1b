import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconBuildingBank,
  IconCheck,
  IconClock,
  IconExternalLink,
  IconFileImport,
  IconReceipt,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type { PaymentEntry } from '#domain/payments/detail.ts';
import type { Tone } from '#web/platform/status.tsx';

type Face = { icon: Icon; tone: Tone; word: string };

export const entryFace: Record<PaymentEntry['what'], Face> = {
  requested: { icon: IconSend, tone: 'quiet', word: 'Requested' },
  opened: { icon: IconExternalLink, tone: 'quiet', word: 'Pay page opened' },
  declined: { icon: IconX, tone: 'bad', word: 'Declined' },
  expired: { icon: IconClock, tone: 'quiet', word: 'Pay page expired' },
  cancelled: { icon: IconBan, tone: 'quiet', word: 'Request cancelled' },
  processing: { icon: IconClock, tone: 'waiting', word: 'Waiting for the bank' },
  paid: { icon: IconCheck, tone: 'good', word: 'Paid' },
  recorded: { icon: IconCheck, tone: 'good', word: 'Recorded as paid' },
  imported: { icon: IconFileImport, tone: 'quiet', word: 'Imported from a file' },
  receipt: { icon: IconReceipt, tone: 'quiet', word: 'Receipt issued' },
  'refund-asked': { icon: IconArrowBackUp, tone: 'waiting', word: 'Refund asked for' },
  refunded: { icon: IconArrowBackUp, tone: 'good', word: 'Refunded' },
  'refund-failed': { icon: IconX, tone: 'bad', word: 'Refund failed' },
  'dispute-opened': { icon: IconAlertTriangle, tone: 'bad', word: 'Disputed by the bank' },
  'dispute-won': { icon: IconBuildingBank, tone: 'good', word: 'Dispute won' },
  'dispute-lost': { icon: IconBuildingBank, tone: 'bad', word: 'Dispute lost' },
};
