import { describe, expect, test } from 'vitest';
import { dayIn } from '#domain/kernel/time.ts';
import { container } from '#functions/platform/cosmos.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { baseOn, countableOn } from './base-on.ts';
import { removeRate, setRate } from './change-rates.ts';
import { payableCurrencies } from './payable-currencies.ts';

const euro = { currency: 'EUR', from: '2026-01-01', rate: '1.05' };
const today = () => dayIn('Europe/Oslo', new Date());
const tomorrow = () => dayIn('Europe/Oslo', new Date(Date.now() + 86_400_000));

async function withEuro(crm: Crm) {
  const work = await crm.work('admin');
  await setRate(work, euro);
  return work;
}

describe('an exchange rate', () => {
  test(
    'stands for its day once: the same day again replaces it, another day adds one, the newest first',
    withCrm(async (crm) => {
      const work = await withEuro(crm);
      await setRate(work, { ...euro, rate: '1.06' });
      await setRate(work, { ...euro, from: '2026-03-01', rate: '1.08' });
      await setRate(work, { currency: 'AUD', from: '2026-02-01', rate: '0.66' });
      expect(await work.rates.list()).toMatchObject([
        { currency: 'AUD', from: '2026-02-01', rate: '0.66' },
        { currency: 'EUR', from: '2026-03-01', rate: '1.08' },
        { currency: 'EUR', from: '2026-01-01', rate: '1.06' },
      ]);
    }),
  );

  test(
    'of the own currency there is none',
    withCrm(async (crm) => {
      const refusal = refusalOf(setRate(await crm.work('admin'), { ...euro, currency: 'USD' }));
      expect(await refusal).toMatchObject({ status: 400, errors: [{ pointer: '/body/currency' }] });
    }),
  );

  test(
    'taken away is gone; another day and another business keep theirs',
    withCrm(async (crm) => {
      const work = await withEuro(crm);
      await setRate(work, { ...euro, from: '2026-03-01' });
      await removeRate(work, euro);
      expect(await work.rates.list()).toMatchObject([{ from: '2026-03-01' }]);
      expect(await refusalOf(removeRate(work, euro))).toMatchObject({ status: 404 });
      expect(await crm.system().in(crm.system().newId()).rates.list()).toEqual([]);
    }),
  );

  test(
    'who changed it stands in the audit log',
    withCrm(async (crm) => {
      const work = await withEuro(crm);
      await removeRate(work, euro);
      const detail = { fields: 'exchange rate of EUR from 2026-01-01' };
      expect(await work.audit.newest({ limit: 10 })).toMatchObject([
        { action: 'settings-changed', by: { memberId: work.caller.memberId }, detail },
        { action: 'settings-changed', detail: { ...detail, to: '1.05' } },
      ]);
    }),
  );
});

test(
  'F232 one pays in the own currency, and in those with a rate that has begun today in the zone of the business',
  withCrm(async (crm) => {
    const work = await withEuro(crm);
    await setRate(work, { currency: 'GBP', from: today(), rate: '1.27' });
    await setRate(work, { currency: 'JPY', from: tomorrow(), rate: '0.0067' });
    expect(await payableCurrencies(work)).toEqual({ own: 'USD', items: ['USD', 'EUR', 'GBP'] });
  }),
);

describe('what is paid', () => {
  test(
    'is counted at the rate of its day',
    withCrm(async (crm) => {
      const work = await withEuro(crm);
      await setRate(work, { ...euro, from: '2026-03-01', rate: '1.08' });
      const money = { amount: 10_000, currency: 'EUR' };
      expect(await baseOn(work, money, '2026-02-28')).toEqual({ amount: 10_500, currency: 'USD', rate: '1.05' });
      expect(await baseOn(work, money, '2026-03-01')).toEqual({ amount: 10_800, currency: 'USD', rate: '1.08' });
      expect(await baseOn(work, money, '2025-12-31')).toBeNull();
    }),
  );

  test(
    'where there is no rate is refused, and what is possible is named',
    withCrm(async (crm) => {
      const work = await withEuro(crm);
      const pounds = { amount: 10_000, currency: 'GBP' };
      expect(await refusalOf(countableOn(work, pounds, 'today'))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/currency', detail: 'Marlow Street Jewellers takes payments in USD, EUR' }],
      });
      expect(await refusalOf(countableOn(work, { ...pounds, currency: 'EUR' }, { day: '2025-12-31' }))).toMatchObject({
        errors: [{ pointer: '/body/currency', detail: 'There is no rate of EUR for 2025-12-31' }],
      });
    }),
  );

  test(
    'that could not be counted exactly is refused',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      await setRate(work, { currency: 'JPY', from: '2026-01-01', rate: '9999999' });
      const refusal = refusalOf(countableOn(work, { amount: 100_000_000_000, currency: 'JPY' }, 'today'));
      expect(await refusal).toMatchObject({ status: 400, errors: [{ pointer: '/body/amount' }] });
    }),
  );
});

test(
  'a rate is read with what stands beside it, and by nothing else',
  withCrm(async (crm) => {
    const work = await withEuro(crm);
    const { resource } = await container('workspaces')
      .item('rate-EUR-2026-01-01', crm.workspace.id)
      .read<Record<string, unknown>>();
    expect(resource).toMatchObject({ ...euro, kind: 'rate', workspaceId: crm.workspace.id });
    expect(await work.members.find('rate-EUR-2026-01-01')).toBeNull();
  }),
);
