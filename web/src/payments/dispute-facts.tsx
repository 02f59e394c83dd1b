import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { Dispute } from '#domain/payments/dispute.ts';
import { Fact } from '#web/platform/facts.tsx';
import { formatMoment } from '#web/platform/format-moment.ts';
import { Status } from '#web/platform/status.tsx';

const faces = {
  open: { icon: IconAlertTriangle, tone: 'bad', children: 'Open' },
  won: { icon: IconCheck, tone: 'good', children: 'Won' },
  lost: { icon: IconX, tone: 'bad', children: 'Lost' },
} as const;

type Props = { dispute: Dispute; currency: string };

/** How a dispute stands, and by when it must be answered. */
export const DisputeFacts = ({ dispute: { status, amount, reason, answerBy }, currency }: Props) => (
  <>
    <Fact name="Dispute">
      <Status {...faces[status]} />
    </Fact>
    <Fact name="Asked back">
      {formatMoney({ amount, currency })} <span className="muted">· {reason}</span>
    </Fact>
    {status === 'open' && answerBy && (
      <Fact name="Answer by">
        {formatMoment(answerBy, 'day-time')} <span className="muted">in Stripe</span>
      </Fact>
    )}
  </>
);
