import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ProducedBytes } from '#domain/kernel/route.ts';
import { deletedName } from '#domain/profile/profile.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { produceReceipt, readReceipt } from './read-receipt.ts';
import { textOf } from './testing/text-of.ts';
import { paid, receipted } from './testing/paid.ts';

const bytesOf = async ({ bytes }: ProducedBytes): Promise<Uint8Array> => buffer(bytes);

test(
  'F230 a receipt is downloaded as a PDF that is named after its number',
  withCrm(async (crm) => {
    const { id } = await receipted(crm, { methodDetail: 'Visa ending 4242' });
    const produced = await produceReceipt(await crm.work('manager'), id);
    expect(produced).toMatchObject({ fileName: 'R-000001.pdf', type: 'application/pdf', disposition: 'attachment' });
    const bytes = await bytesOf(produced);
    expect(bytes.byteLength).toBe(produced.size);
    expect(await textOf(bytes)).toContain('Card, Visa ending 4242');
  }),
);

test(
  'F230 a receipt shows what was given back since, and leads to the one of Stripe',
  withCrm(async (crm) => {
    const charge = { id: 'ch_1', intentId: 'pi_1', receiptUrl: 'https://pay.stripe.example/receipts/1' };
    const payment = await receipted(crm, { charge });
    await crm.system().payments.replace({ ...payment, status: 'partially-refunded', refunded: 2_500 });
    expect(await readReceipt(await crm.work('admin'), payment.id)).toMatchObject({
      number: 1,
      refunded: 2_500,
      stripeReceipt: charge.receiptUrl,
    });
  }),
);

test(
  'F230 a customer reads their own receipts, and finds nobody else’s',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const person = { id: customer.caller.customerId!, name: 'Dipika Sarraf', email: 'dipika@example.com' };
    const { id: own } = await receipted(crm, { customer: person });
    const { id: others } = await receipted(crm);
    expect((await readReceipt(customer, own)).paymentId).toBe(own);
    for (const read of [readReceipt, produceReceipt])
      expect(await refusalOf(read(customer, others))).toMatchObject({ status: 404 });
  }),
);

test(
  'F230 before it has its number there is no receipt',
  withCrm(async (crm) => {
    const { id } = await paid(crm);
    expect(await refusalOf(readReceipt(await crm.work('admin'), id))).toMatchObject({
      status: 404,
      title: 'The receipt was not found',
    });
  }),
);

test(
  'a customer who is erased stands under no name on their receipts either',
  withCrm(async (crm) => {
    const { id, customer } = await receipted(crm);
    const other = await receipted(crm);
    const { receipts } = crm.system();
    for (let time = 0; time < 2; time += 1)
      await receipts.renameCustomer(customer.id, { name: deletedName, email: '' });
    expect((await receipts.get(id)).says.customer).toEqual({ id: customer.id, name: deletedName, email: '' });
    expect((await receipts.get(other.id)).says.customer).toEqual(other.customer);
  }),
);
