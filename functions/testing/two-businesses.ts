import type { Role } from '#domain/kernel/access.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { inviteColleague, openBusiness } from '#infra/people/business.ts';
import { importPayments } from '#infra/people/import-payments.ts';
import type { Person } from '#infra/people/person.ts';
import { aPhoto } from './a-photo.ts';
import { customerWithTask, type TaskIds } from './customer-with-task.ts';
import { anExport } from './export-requests.ts';
import { linkWord } from './file-requests.ts';
import { joinBusiness, password, type Where } from './join-business.ts';
import { receiptedPayment } from './receipt-requests.ts';

/** Every id that a path can hold, of one business. A path with another name needs a line here. */
export type Ids = TaskIds &
  Record<
    | 'slug'
    | 'provider'
    | 'photo'
    | 'size'
    | 'passkeyId'
    | 'sessionId'
    | 'importId'
    | 'invitationId'
    | 'jobId'
    | 'exportId'
    | 'token'
    | 'currency'
    | 'from'
    | 'logo'
    // No path's: the payment that has a receipt.
    | 'receiptedId',
    string
  >;

/** A second customer and the employee of their task: nobody else of these roles may see what is theirs. */
export type Others = { marker: string; customer: Person; employee: Person; ids: TaskIds };

export type Business = {
  where: Where;
  marker: string;
  people: Record<Role, Person>;
  unverified: Person;
  ids: Ids;
  others: Others;
};

/**
 * Two businesses whose manager, employees and customers have the same e-mail addresses in both, each with two tasks,
 * their messages and payments, and an import, that carry the business's own marker.
 */
export async function twoBusinesses(where: Where): Promise<[Business, Business]> {
  const run = crypto.randomUUID().slice(0, 8);
  const first = await business(where, run, 'a');
  return [first, await business(where, run, 'b')];
}

async function business(where: Where, run: string, letter: 'a' | 'b'): Promise<Business> {
  const marker = `marker-${letter}-${run}`;
  const othersMarker = `others-${letter}-${run}`;
  const slug = `shop-${letter}-${run}`;
  const mail = (who: string) => `${who}-${run}@example.com`;

  const { person: admin } = await openBusiness(where, {
    businessName: marker,
    slug,
    currency: 'USD',
    timeZone: 'Europe/Oslo',
    name: 'An admin',
    email: mail(`admin-${letter}`),
    password,
  });
  const colleague = (role: 'manager' | 'employee', email: string) =>
    inviteColleague(where, admin, { name: `The ${role}`, email, password, role });
  const { person: manager } = await colleague('manager', mail('manager'));
  const { person: employee, me: employeeMe } = await colleague('employee', mail('employee'));
  const { person: otherEmployee, me: otherEmployeeMe } = await colleague('employee', mail('other-employee'));

  const isKnown = letter === 'b';
  const { customer, ids } = await customerWithTask(
    { where, slug, admin, employeeId: employeeMe.member.id },
    { email: mail('customer'), isKnown, marker },
  );
  const { customer: otherCustomer, ids: otherIds } = await customerWithTask(
    { where, slug, admin, employeeId: otherEmployeeMe.member.id },
    { email: mail('other-customer'), isKnown, marker: othersMarker },
  );
  const { logo } = await admin.call(receiptRoutes.changeLogo, { file: await aPhoto() });
  const receipted = (taskId: string, email: string, words: string) =>
    receiptedPayment({ mailUrl: where.mailUrl, admin }, { taskId, email, marker: words });
  const receiptedId = await receipted(ids.taskId, mail('customer'), marker);
  const othersReceiptedId = await receipted(otherIds.taskId, mail('other-customer'), othersMarker);
  // Of somebody who takes part in nothing else, so that nobody changes it.
  const photo = (await otherEmployee.call(photoRoutes.change, { file: await aPhoto() })).member.photo!;
  const unverified = await joinBusiness(where, { slug, email: mail('waiting'), isKnown });
  const sessionId = (await unverified.call(sessionRoutes.list)).items[0]!.id;

  const csv = `customer,date,amount\n${marker},2026-01-02,10.00\n`;
  const { id: importId } = await importPayments(admin, { name: `${marker}.csv`, csv });
  await counted(admin);
  const rate = { currency: letter === 'a' ? 'NOK' : 'SEK', from: '2026-01-02', rate: '0.1' };
  await admin.call(rateRoutes.set, { body: rate });
  const invited = mail(`invited-${letter}`);
  const invitation = await admin.call(memberRoutes.invite, { body: { email: invited, role: 'employee' } });
  const job = await admin.call(memberRoutes.bulk, { body: { action: 'verify', where: { ids: [ids.memberId] } } });
  await doneBulk(admin, job.id);
  const exportId = await anExport(admin);

  return {
    where,
    marker,
    people: { admin, manager, employee, customer },
    unverified,
    ids: {
      ...ids,
      slug,
      provider: 'google',
      photo,
      size: '48',
      passkeyId: crypto.randomUUID(),
      sessionId,
      importId,
      invitationId: invitation.id,
      jobId: job.id,
      exportId,
      token: await linkWord(customer, ids.fileId),
      currency: rate.currency,
      from: rate.from,
      logo: logo!,
      receiptedId,
    },
    others: {
      marker: othersMarker,
      customer: otherCustomer,
      employee: otherEmployee,
      // Nobody pays it: of these it is asked only who may see them.
      ids: { ...otherIds, paymentId: othersReceiptedId },
    },
  };
}

/** Until the imported payment is in the segments: nothing of the business moves by itself after it. */
async function counted(admin: Person): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if ((await admin.call(segmentRoutes.summary)).payers > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The imported payment did not reach the segments');
}

async function doneBulk(admin: Person, jobId: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if ((await admin.call(memberRoutes.bulkJob, { params: { jobId } })).state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The bulk job did not end');
}
