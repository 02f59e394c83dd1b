import { describe, expect, test } from 'vitest';
import type { NewPayment } from '#functions/payments/stored-payment.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { followPayments } from './follow-payments.ts';
import { issueReceipt } from './issue-receipt.ts';
import { receipted } from './testing/paid.ts';
import { numbersOf, paymentDocuments } from './testing/receipts-of.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

async function paid(crm: Crm, count: number, change: Partial<NewPayment> = {}): Promise<string[]> {
  const { id, name, email } = await crm.addCustomer();
  const customer = { id, name, email: email ?? '' };
  const added = upTo(count).map(() =>
    crm.system().payments.addNew(make.payment({ customer, paidOn: '2026-03-02', ...change })),
  );
  return (await Promise.all(added)).map((payment) => payment.id);
}

const fed = async (work: SystemWork): Promise<void> => followPayments(work, await paymentDocuments(work));

async function expectGapless(work: SystemWork, count: number): Promise<void> {
  const { last, numbers, byReceipt, byPayment } = await numbersOf(work);
  expect({ last, numbers }).toEqual({ last: count, numbers: upTo(count) });
  expect(byPayment).toEqual(byReceipt);
}

describe('F230 receipts are numbered 1, 2, 3 without gaps', () => {
  test(
    'however often the feed brings a payment',
    withCrm(async (crm) => {
      await paid(crm, 5);
      for (let round = 0; round < 3; round += 1) await fed(crm.system());
      await expectGapless(crm.system(), 5);
    }),
  );

  test(
    'when two workers of the feed have the same payments at once, and others as well',
    withCrm(async (crm) => {
      await paid(crm, 12);
      const documents = await paymentDocuments(crm.system());
      await Promise.all([
        followPayments(crm.system(), documents),
        followPayments(crm.system(), documents.toReversed()),
        followPayments(crm.system(), documents.slice(6)),
      ]);
      await expectGapless(crm.system(), 12);
    }),
  );

  test(
    'when one payment is asked for ten times at once',
    withCrm(async (crm) => {
      const [id] = await paid(crm, 1);
      await Promise.all(upTo(10).map(() => issueReceipt(crm.system(), id!)));
      await expectGapless(crm.system(), 1);
    }),
  );

  test(
    'when the payment changes while its receipt is made: both are kept',
    withCrm(async (crm) => {
      const [id] = await paid(crm, 1);
      const work = crm.system();
      let isFirst = true;
      const issue: typeof work.receipts.issue = async (...asked) => {
        if (isFirst) {
          isFirst = false;
          await work.payments.replace({
            ...(await work.payments.get(id!)),
            status: 'partially-refunded',
            refunded: 500,
          });
        }
        return work.receipts.issue(...asked);
      };
      await issueReceipt({ ...work, receipts: { ...work.receipts, issue } }, id!);
      expect(await work.payments.get(id!)).toMatchObject({ receiptNumber: 1, refunded: 500 });
      await expectGapless(work, 1);
    }),
  );

  test.each(['before', 'after'] as const)('when a worker dies right %s the number is written', async (moment) =>
    withCrm(async (crm) => {
      await paid(crm, 3);
      const work = crm.system();
      const dying: typeof work.receipts.issue = async (...asked) => {
        if (moment === 'after') await work.receipts.issue(...asked);
        throw new Error('killed');
      };
      const documents = await paymentDocuments(work);
      const died = followPayments({ ...work, receipts: { ...work.receipts, issue: dying } }, documents);
      await expect(died).rejects.toThrow('killed');
      await fed(work);
      await expectGapless(work, 3);
    })(),
  );

  test(
    'each business has its own',
    withCrm(async (crm) => {
      await paid(crm, 2);
      await fed(crm.system());
      await withCrm(async (other) => {
        await paid(other, 3);
        await fed(other.system());
        await expectGapless(other.system(), 3);
      })();
      await expectGapless(crm.system(), 2);
    }),
  );
});

describe('F230 what gets no receipt', () => {
  test.each<[string, Partial<NewPayment>]>([
    ['a payment that has not come', { paidOn: null, status: 'processing' }],
    ['one that failed', { paidOn: null, status: 'failed' }],
    ['one that a file told of', { method: 'imported' }],
    ['one that was withdrawn', { status: 'withdrawn' }],
  ])('%s', async (_, change) =>
    withCrm(async (crm) => {
      await paid(crm, 1, change);
      await fed(crm.system());
      await expectGapless(crm.system(), 0);
    })(),
  );
});

test(
  'F230 a payment across the counter gets one too, and what came before is told by it',
  withCrm(async (crm) => {
    const task = { id: crypto.randomUUID(), title: 'Ring resize, N to P' };
    const [cash] = await paid(crm, 1, { method: 'cash', purpose: 'Two rings' });
    const [card] = await paid(crm, 1, { task });
    const [plain] = await paid(crm, 1);
    await fed(crm.system());
    const { receipts } = crm.system();
    const said = await Promise.all([cash, card, plain].map(async (id) => (await receipts.get(id!)).says.purpose));
    expect(said).toEqual(['Two rings', 'Ring resize, N to P', 'Payment']);
  }),
);

test(
  'F230 a receipt stays as it was issued, whatever the business says later',
  withCrm(async (crm) => {
    const [id] = await paid(crm, 1);
    await fed(crm.system());
    const { receiptDetails, receipts } = crm.system();
    const later = { address: '', taxNumber: '', email: '', footer: '', logo: null, version: null };
    await receiptDetails.put({ ...later, name: 'Another name' });
    await fed(crm.system());
    expect((await receipts.get(id!)).says.business.name).toBe(crm.workspace.name);
    const [next] = await paid(crm, 1);
    await fed(crm.system());
    expect((await receipts.get(next!)).says.business.name).toBe('Another name');
  }),
);

test(
  'a payment that cannot be read is set aside, and the others get their numbers',
  withCrm(async (crm) => {
    await paid(crm, 1, { paidOn: null, status: 'paid', method: null });
    await paid(crm, 2);
    await fed({ ...crm.system(), report: () => undefined });
    await expectGapless(crm.system(), 2);
  }),
);

test(
  'Q47 nobody is reached by the address on a receipt any more, even where the name was no name before',
  withCrm(async (crm) => {
    const customer = { id: crypto.randomUUID(), name: 'Deleted user', email: 'zerlina@starone.example' };
    const { id } = await receipted(crm, { customer });
    await crm.system().receipts.renameCustomer(customer.id, { name: 'Deleted user', email: '' });
    expect((await crm.system().receipts.get(id)).says.customer.email).toBe('');
  }),
);
