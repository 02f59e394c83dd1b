import {
  type Icon,
  IconCreditCard,
  IconEye,
  IconLogout,
  IconProgressCheck,
  IconReceipt,
  IconReceiptRefund,
  IconUserPlus,
} from '@tabler/icons-react';
import { memo } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { Happening, Line } from '#domain/rooms/message.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { formatMoment } from '#web/platform/format-moment.ts';
import { Moment } from '#web/platform/moment.tsx';
import { Status } from '#web/platform/status.tsx';
import { paymentFace } from '#web/payments/payment-words.ts';
import { statusFace } from '#web/tasks/task-words.ts';
import { withRole } from './room-words.ts';
import classes from './log.module.css';

/** What happened in the room, between the messages. */
export const LineRow = memo(({ line: { happening, sentAt, seq } }: { line: Line }) => {
  const words = wordsOf(happening);
  const Icon = iconOf(happening);
  return (
    <article
      data-seq={seq}
      // The arrows of the log bring the focus here.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      aria-label={`${words}, ${formatMoment(sentAt, 'day-time')}`}
      className={isMoney(happening) ? classes.event : classes.line}
    >
      <Icon size={isMoney(happening) ? 16 : 14} stroke={1.5} aria-hidden />
      <span dir="auto" className={classes.words}>
        {words}
      </span>
      {happening.what === 'paid' ? <Status {...paymentFace.paid} /> : <Moment at={sentAt} style="time" />}
    </article>
  );
});

const isMoney = ({ what }: Happening): boolean => ['paid', 'payment-requested', 'refunded'].includes(what);

function iconOf(happening: Happening): Icon {
  switch (happening.what) {
    case 'joined':
      return happening.as === 'observer' ? IconEye : IconUserPlus;
    case 'left':
      return happening.as === 'observer' ? IconEye : IconLogout;
    case 'status':
      return IconProgressCheck;
    case 'paid':
      return IconCreditCard;
    case 'payment-requested':
      return IconReceipt;
    case 'refunded':
      return IconReceiptRefund;
  }
}

function wordsOf(happening: Happening): string {
  switch (happening.what) {
    case 'joined':
    case 'left':
      return `${happening.as === 'observer' ? withRole(happening.who) : happening.who.name} ${happening.what}`;
    case 'status':
      return `${happening.by.name} set ${statusWord(happening.status)}`;
    case 'paid':
      return `${happening.by.name} paid ${formatMoney(happening)}`;
    case 'payment-requested':
      return `${happening.by.name} asked for ${formatMoney(happening)}`;
    case 'refunded':
      return happening.by
        ? `${happening.by.name} refunded ${formatMoney(happening)}`
        : `${formatMoney(happening)} was refunded`;
  }
}

function statusWord(status: string): string {
  const known = TaskStatus.safeParse(status);
  return known.success ? statusFace[known.data].children : status;
}
