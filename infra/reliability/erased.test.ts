import { readFile } from 'node:fs/promises';
import { CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { aPhoto } from '#functions/testing/a-photo.ts';
import { sendFile } from '#functions/testing/file-requests.ts';
import { untilQuiet, watch } from '#functions/testing/traces.ts';
import { checkAudit } from '../audit/check-audit.ts';
import { inviteColleague, openBusiness, signUpCustomer } from '../people/business.ts';
import { importPayments } from '../people/import-payments.ts';
import { payOnPage } from '../people/pay.ts';
import { startProduct } from '../testing/product.ts';
import { everythingStored } from './everything-stored.ts';
import { runFunction } from './run-function.ts';

let product: Awaited<ReturnType<typeof startProduct>>;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const password = 'a password of a test';
const run = crypto.randomUUID().slice(0, 8);
const slug = `erasing-${run}`;
const mail = (who: string) => `${who}-${run}@example.com`;
const database = () => new CosmosClient(product.settings.COSMOS).database('crm');

/** A customer and an employee meet wherever two people can; the answer is their member ids. */
async function lifeOfTwo() {
  const where = { origin: product.origin, mailUrl: product.azure.mail.url };
  const opening = { businessName: 'A business', slug, currency: 'USD', timeZone: 'Europe/Oslo', password };
  const { person: admin } = await openBusiness(where, { ...opening, name: 'Ines Halvorsen', email: mail('ines') });
  const hire = (name: string, email: string, role: 'manager' | 'employee') =>
    inviteColleague(where, admin, { name, email, password, role });
  const { person: employee, me: hired } = await hire('Quentin Vexley', mail('vexley'), 'employee');
  const { person: manager } = await hire('Tomas Abara', mail('tomas'), 'manager');
  const joining = { slug, name: 'Zerlina Quux', email: mail('quux'), password, task: 'A ring' };
  const { person: customer, me: joined } = await signUpCustomer(where, joining);
  const { id: customerMember, customerId } = joined.member;
  const employeeId = hired.member.id;
  await admin.call(memberRoutes.verify, { params: { memberId: customerMember } });

  const [task] = (await customer.call(taskRoutes.list)).items;
  const { id: taskId, version } = task!;
  await manager.call(taskRoutes.assign, { params: { taskId }, body: { employeeId, version } });
  await admin.call(customerRoutes.assign, { params: { customerId: customerId! }, body: { memberId: employeeId } });
  for (const person of [customer, employee]) {
    const body = { messageId: crypto.randomUUID(), text: 'Is the claw safe?' };
    await person.call(roomRoutes.send, { params: { roomId: taskId }, body });
    await person.call(photoRoutes.change, { file: await aPhoto() });
    await sendFile(person, taskId);
  }
  await manager.call(roomRoutes.openDirect, { body: { memberId: employeeId } });
  await customer.call(roomRoutes.openSupport);
  const draft = { taskId, amount: 10_000, currency: 'USD', attemptId: crypto.randomUUID() };
  await payOnPage((await customer.call(paymentRoutes.checkout, { body: draft })).url);
  const history = `customer,name,email,date,amount\nZQ,Zerlina Quux,${mail('quux')},2026-01-02,10.00\n`;
  await importPayments(admin, { name: 'history.csv', csv: history });
  await admin.call(memberRoutes.bulk, { body: { action: 'verify', where: { ids: [employeeId] } } });
  return { admin, ids: [customerMember, employeeId] };
}

/** Every place in which one of the words stands, and a little of what stands around it. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const look = (where: string, text: string): void => {
    for (const word of words.filter((one) => text.includes(one))) {
      const at = text.indexOf(word);
      found.push(`${where}: ${text.slice(Math.max(0, at - 80), at + 40)}`);
    }
  };
  for await (const { where, text } of everythingStored(product.settings)) look(where, text);
  for (const file of [product.log, product.azure.insights.file]) look(file, await readFile(file, 'utf8'));
  return found;
}

/** Who the daily round will look at as deleted on that day. */
async function notedOn(day: string): Promise<unknown[]> {
  const { items } = database().container('workspaces');
  return (await items.query('SELECT c.id FROM c', { partitionKey: `erasures ${day}` }).fetchAll()).resources;
}

test('R15 Q47 somebody who is erased is in no document, blob, message, log or telemetry, and the audit chain holds', async () => {
  const { admin, ids } = await lifeOfTwo();
  const { workspace } = await admin.call(memberRoutes.me);
  const traces = await watch({ settings: product.settings, mailUrl: product.azure.mail.url });
  await untilQuiet(traces);
  const words = ['Zerlina', 'zerlina', 'Quux', 'quux', 'Quentin', 'quentin', 'Vexley', 'vexley'];
  // Pictures are kept under the id of whose they are.
  const everyTrace = [...words, ...ids.map((id) => `${id}-`)];
  expect(new Set((await placesOf(words)).map((place) => place.split(' ')[0]))).toEqual(
    new Set([
      'accounts',
      'audit',
      'customers',
      'files',
      'imports',
      'jobs',
      'notifications',
      'payments',
      'rooms',
      'seats',
      'tasks',
      'workspaces',
    ]),
  );

  // As if it had been thirty-one days ago: the feed notes it, and the daily round finds it.
  const deletedAt = new Date(Date.now() - 31 * 86_400_000).toISOString();
  for (const memberId of ids) {
    await admin.call(memberRoutes.delete, { params: { memberId } });
    const member = database().container('workspaces').item(memberId, workspace.id);
    await member.patch([{ op: 'set', path: '/deletedAt', value: deletedAt }]);
  }
  await expect.poll(() => notedOn(deletedAt.slice(0, 10)), { timeout: 30_000, interval: 250 }).toHaveLength(ids.length);
  await untilQuiet(traces);
  await runFunction(product.api, 'profile-erase');
  await untilQuiet(traces);

  // What feeds derive may come late on a machine that is at its limit.
  await expect.poll(() => placesOf(everyTrace), { timeout: 30_000, interval: 2000 }).toEqual([]);
  expect((await checkAudit(database(), slug))?.broken).toBeNull();
}, 120_000);
