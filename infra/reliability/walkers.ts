import { setTimeout as wait } from 'node:timers/promises';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Business, Customer } from './business-under-test.ts';
import { payOnPage } from '../people/pay.ts';
import { codeFor, Person } from '../people/person.ts';
import type { Chance } from './chance.ts';
import { untilAnswered } from './until-answered.ts';

/** What was acknowledged with 2xx, and nothing else. */
export type History = {
  said: { roomId: string; id: string; seq: number; text: string; isDeleted: boolean }[];
  paid: { paymentId: string; customerId: string; amount: number }[];
  imported: { importId: string; references: string[]; rows: number }[];
  joined: { email: string }[];
};
export const emptyHistory = (): History => ({ said: [], paid: [], imported: [], joined: [] });

type Walk = { business: Business; history: History; chance: Chance; signal: AbortSignal };

/** Everybody goes on until told to stop, and ends what they began. */
export const walk = (ground: Walk) => Promise.all([talkAndPay(ground), bringHistory(ground), join(ground)]);

export const talkAndPay = (ground: Walk) =>
  Promise.all(ground.business.customers.flatMap((customer) => [talk(ground, customer), pay(ground, customer)]));

async function talk({ history, signal }: Walk, { person, taskId: roomId }: Customer): Promise<void> {
  for (let count = 1; !signal.aborted; count += 1) {
    const body = { messageId: crypto.randomUUID(), text: `line ${count}` };
    const { id, seq, text } = await untilAnswered(() => person.call(roomRoutes.send, { params: { roomId }, body }));
    const said = { roomId, id, seq, text, isDeleted: false };
    history.said.push(said);
    if (count % 5 === 0) await mend(person, said);
    if (count % 7 === 0) await remove(person, said);
    await wait(20);
  }
}

type Said = History['said'][number];

async function mend(person: Person, said: Said): Promise<void> {
  const params = { roomId: said.roomId, messageId: said.id };
  const body = { text: `${said.text}, mended` };
  said.text = (await untilAnswered(() => person.call(roomRoutes.edit, { params, body }))).text;
}

async function remove(person: Person, said: Said): Promise<void> {
  const params = { roomId: said.roomId, messageId: said.id };
  said.text = (await untilAnswered(() => person.call(roomRoutes.remove, { params }))).text;
  said.isDeleted = true;
}

async function pay({ business, history, chance, signal }: Walk, { person, taskId, id: customerId }: Customer) {
  while (!signal.aborted) {
    const amount = chance.between(100, 10_000);
    const body = { taskId, amount, currency: business.currency, attemptId: crypto.randomUUID() };
    const { url, paymentId } = await untilAnswered(() => person.call(paymentRoutes.checkout, { body }));
    await untilAnswered(async () => {
      const { status, html } = await payOnPage(url);
      if (status !== 303 && !html.includes('You have already paid')) throw new Error(`The pay page answered ${status}`);
    });
    history.paid.push({ paymentId, customerId, amount });
    // Half of the payers close the window: the webhook or the reconciler must do.
    if (chance.draw() < 0.5) await untilAnswered(() => person.call(paymentRoutes.confirm, { params: { paymentId } }));
    await wait(20);
  }
}

/** Every customer of a file has one payment, and two equal ones on the same day. */
async function bringHistory({ business, history, signal }: Walk): Promise<void> {
  while (!signal.aborted) {
    const name = crypto.randomUUID().slice(0, 8);
    const references = Array.from({ length: 200 }, (_, at) => `${name}-${at}`);
    const lines = references.flatMap((reference) => [
      `${reference},2026-01-05,12.50`,
      `${reference},2026-02-07,8.00`,
      `${reference},2026-02-07,8.00`,
    ]);
    const file = new Blob([['customer,date,amount', ...lines].join('\n')], { type: 'text/csv' });
    const { id: importId } = await business.bringIn(file);
    history.imported.push({ importId, references, rows: lines.length });
    await business.isIn(importId);
  }
}

async function join({ business, history, signal }: Walk): Promise<void> {
  while (!signal.aborted) {
    const email = `${crypto.randomUUID()}@example.com`;
    // An account that was cut off half-way is kept for half a minute, and an address gets twenty codes an hour.
    while (!(await signUp(business, email))) await wait(2000);
    history.joined.push({ email });
    await wait(100);
  }
}

/** False when the code was used up and nothing came of it: the person fills in the form again. */
async function signUp({ origin, mailUrl, slug }: Business, email: string): Promise<boolean> {
  const person = new Person(origin);
  const account = { slug, email, password: 'one of the walkers' };
  const form = { ...account, name: 'A walker', age: 30, role: 'customer' as const };
  const { ticket } = await untilAnswered(() => person.call(accountRoutes.signUp, { body: form }));
  const code = await untilAnswered(() => codeFor(mailUrl, email));
  const isIn =
    (await accepted(() => person.call(accountRoutes.prove, { body: { ticket, code } }))) ||
    // The answer was lost, perhaps: then the account is there, and the person signs in.
    (await accepted(() => person.call(accountRoutes.signIn, { body: account })));
  if (!isIn) return false;
  // Whoever came in by signing in is asked for the age on this page.
  const body = { task: 'A ring', age: 30 };
  if (await accepted(() => person.call(memberRoutes.completeProfile, { body }))) return true;
  // Submitted already, says the page, and shows what stands there.
  const { member } = await untilAnswered(() => person.call(memberRoutes.me));
  return member.status === 'profile-submitted';
}

async function accepted(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await untilAnswered(ask);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
