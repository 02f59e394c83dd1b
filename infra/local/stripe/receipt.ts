import type { Context } from './context.ts';
import { formatMoney } from './money.ts';
import { noticePage } from './pages/layout.ts';
import type { PageAnswer } from './pay.ts';

/** The page behind a charge's `receipt_url`. */
export function answerReceipt({ store }: Context, url: URL): PageAnswer {
  const charge = store.find('charge', url.pathname.split('/').at(-1) ?? '')?.object;
  if (!charge?.receipt_url)
    return { status: 404, body: noticePage({ title: 'No such receipt', text: 'Nothing was paid under this number.' }) };

  const paid = formatMoney(charge.amount, charge.currency);
  const day = new Date(charge.created * 1000).toISOString().slice(0, 10);
  const text = `${charge.description ?? 'Payment'}: ${paid}, ${charge.status} on ${day}. Reference ${charge.id}.`;
  return { status: 200, body: noticePage({ title: 'Receipt', text }) };
}
