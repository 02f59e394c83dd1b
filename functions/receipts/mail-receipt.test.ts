import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { followPayments } from './follow-payments.ts';
import { mailOrLater, mailReceipt, sendReceipt } from './mail-receipt.ts';
import { textOf } from './testing/text-of.ts';
import { queuedMails } from './testing/mail-queue.ts';
import { paid, receipted } from './testing/paid.ts';
import { paymentDocuments } from './testing/receipts-of.ts';

describe('F230 the receipt comes by e-mail', () => {
  test(
    'as the feed brings it: numbered first, then mailed once, and nothing without an address',
    withCrm(async (crm) => {
      const work = crm.system();
      const { id } = await paid(crm);
      await paid(crm, { customer: { id: crypto.randomUUID(), name: 'Ada', email: '' } });
      await followPayments(work, await paymentDocuments(work));
      expect(await queuedMails(work)).toEqual([]);
      await followPayments(work, await paymentDocuments(work));
      expect(await queuedMails(work)).toEqual([id]);
      await mailReceipt(work, id);
      await followPayments(work, await paymentDocuments(work));
      expect(await queuedMails(work)).toEqual([]);
    }),
  );

  test(
    'with the PDF attached, once',
    withCrm(async (crm) => {
      const { id, customer } = await receipted(crm);
      for (let time = 0; time < 3; time += 1) await mailReceipt(crm.system(), id);
      const mails = await crm.mailTo(customer.email);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        subject: `Your receipt R-000001 from ${crm.workspace.name}`,
        attachments: [{ fileName: 'R-000001.pdf', type: 'application/pdf' }],
      });
      for (const words of ['$100.00', '2 March 2026', `/receipts/${id}`]) expect(mails[0]!.text).toContain(words);
      const text = await textOf(await crm.attachedTo(mails[0]!));
      for (const words of ['R-000001', '$100.00', customer.name, crm.workspace.name]) expect(text).toContain(words);
    }),
  );

  test(
    'not to a customer without an address, and nothing is wrong with that',
    withCrm(async (crm) => {
      const { id, customer } = await receipted(crm);
      await crm.system().customers.setPerson(customer.id, { name: customer.name, email: null, memberId: null });
      await mailReceipt(crm.system(), id);
      expect(await crm.mailTo(customer.email)).toEqual([]);
      expect(await crm.system().receipts.get(id)).toMatchObject({ mailedAt: null });
    }),
  );

  test(
    'later, when the mail server was away',
    withCrm(async (crm) => {
      const { id, customer } = await receipted(crm);
      const sendMail = async () => {
        throw problems.unavailable('The mail server');
      };
      expect(await refusalOf(mailReceipt({ ...crm.system(), sendMail }, id))).toMatchObject({ status: 503 });
      await mailReceipt(crm.system(), id);
      expect(await crm.mailTo(customer.email)).toHaveLength(1);
    }),
  );

  test(
    'also when the mail server is away for a day: it waits longer each time, and is given up after a week',
    withCrm(async (crm) => {
      const { id: paymentId } = await receipted(crm);
      const sendMail = async () => {
        throw problems.unavailable('The mail server');
      };
      const system = { ...crm.system(), sendMail };
      const put: [number, number][] = [];
      const later = async ({ waits }: { waits: number }, seconds: number) => void put.push([waits, seconds]);
      const messageOf = (waits: number) => ({ workspaceId: crm.workspace.id, paymentId, waits });
      for (const waits of [0, 1, 20]) await mailOrLater(system, messageOf(waits), later);
      expect(put).toEqual([
        [1, 60],
        [2, 120],
        [21, 21_600],
      ]);
      expect(await refusalOf(mailOrLater(system, messageOf(35), later))).toMatchObject({ status: 503 });
    }),
  );

  test(
    'again rather than not at all, when the worker died before it could note it',
    withCrm(async (crm) => {
      const { id, customer } = await receipted(crm);
      const work = crm.system();
      const markMailed = async () => {
        throw new Error('killed');
      };
      await expect(mailReceipt({ ...work, receipts: { ...work.receipts, markMailed } }, id)).rejects.toThrow('killed');
      await mailReceipt(work, id);
      await mailReceipt(work, id);
      expect(await crm.mailTo(customer.email)).toHaveLength(2);
    }),
  );

  test(
    'without a link to a page that somebody without a login cannot open',
    withCrm(async (crm) => {
      const { id: customerId, name, email } = await crm.addCustomer();
      const { id } = await receipted(crm, { customer: { id: customerId, name, email: email! } });
      await mailReceipt(crm.system(), id);
      expect((await crm.mailTo(email!))[0]!.text).not.toContain('/receipts/');
    }),
  );
});

describe('F230 staff send it again', () => {
  test(
    'to the address the customer has now, with what was given back since',
    withCrm(async (crm) => {
      const payment = await receipted(crm);
      const { payments, customers } = crm.system();
      await payments.replace({ ...payment, status: 'partially-refunded', refunded: 2_500 });
      const email = `${crypto.randomUUID()}@example.com`;
      await customers.setPerson(payment.customer.id, { name: payment.customer.name, email, memberId: null });
      await sendReceipt(await crm.work('admin'), payment.id);
      const [mail] = await crm.mailTo(email);
      expect(mail!.text).toContain('$25.00 was given back');
      expect(await textOf(await crm.attachedTo(mail!))).toContain('Net amount $75.00');
    }),
  );

  test(
    'an employee only for their own payments, and nobody before there is a receipt',
    withCrm(async (crm) => {
      const employee = await crm.work('employee');
      const { id: own } = await receipted(crm, { employee: { id: employee.caller.memberId, name: 'Tomas' } });
      const { id: others } = await receipted(crm);
      const { id: unnumbered } = await paid(crm);
      expect(await refusalOf(sendReceipt(employee, own))).toBeNull();
      expect(await refusalOf(sendReceipt(employee, others))).toMatchObject({ status: 404 });
      expect(await refusalOf(sendReceipt(await crm.work('admin'), unnumbered))).toMatchObject({ status: 404 });
    }),
  );

  test(
    'not to a customer without an address, and not more than ten times in an hour',
    withCrm(async (crm) => {
      const payment = await receipted(crm);
      const admin = await crm.work('admin');
      for (let time = 0; time < 10; time += 1) await sendReceipt(admin, payment.id);
      expect(await refusalOf(sendReceipt(admin, payment.id))).toMatchObject({ status: 429 });

      const other = await receipted(crm);
      await crm.system().customers.setPerson(other.customer.id, { name: 'Ada', email: null, memberId: null });
      expect(await refusalOf(sendReceipt(admin, other.id))).toMatchObject({
        status: 409,
        detail: 'This customer has no e-mail address.',
      });
    }),
  );
});
