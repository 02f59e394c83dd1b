import { problems } from '#domain/kernel/problem.ts';
import type { ExchangeRate, ExchangeRateDraft } from '#domain/rates/rate.ts';
import type { Work } from '#functions/work.ts';

/** Payments keep the rate they were paid at: a new one is for those to come. */
export async function setRate(work: Work, draft: ExchangeRateDraft): Promise<ExchangeRate> {
  const { currency } = await work.workspace.get();
  if (draft.currency === currency)
    throw problems.invalid([{ pointer: '/body/currency', detail: 'This is the currency of your business' }]);
  const rate = await work.rates.set(draft);
  await noted(work, draft, { to: draft.rate });
  return rate;
}

export async function removeRate(work: Work, named: Pick<ExchangeRate, 'currency' | 'from'>): Promise<void> {
  await work.rates.remove(named);
  await noted(work, named, {});
}

async function noted(
  { audit, caller, workspaceId, address }: Work,
  { currency, from }: Pick<ExchangeRate, 'currency' | 'from'>,
  to: { to?: string },
): Promise<void> {
  await audit.add({
    action: 'settings-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'workspace', id: workspaceId, name: 'Exchange rates' },
    detail: { fields: `exchange rate of ${currency} from ${from}`, ...to },
    address,
  });
}
