import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { container } from '#functions/platform/cosmos.ts';
import { type Fed, recomputeSegments } from '#functions/segments/recompute-segments.ts';
import { readSummary } from '#functions/segments/read-summary.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { askToRun, askToUndo } from './ask-import.ts';
import { startImport } from './start-import.ts';
import { stepImport } from './step-import.ts';

const file = await readFile(join(import.meta.dirname, 'fixtures/cdnow-part.csv'));
const text = file.toString();
const [head, ...lines] = text.trim().split('\n');
const part = (from: number, to: number) => Buffer.from([head, ...lines.slice(from, to)].join('\n'));

const later = () => new Date(Date.now() + 60_000);

async function imported(crm: Crm, bytes: Uint8Array): Promise<string> {
  const work = await crm.work('admin');
  const { id } = await startImport(work, { bytes, fileName: null });
  await stepImport(crm.system(), id, later());
  await askToRun(work, id);
  await stepImport(crm.system(), id, later());
  return id;
}

async function undone(crm: Crm, id: string): Promise<void> {
  await askToUndo(await crm.work('admin'), id);
  await stepImport(crm.system(), id, later());
  expect(await crm.system().imports.get(id)).toMatchObject({ state: 'undone' });
}

/** What the feed would bring: every payment document as it stands. */
async function feed(crm: Crm): Promise<void> {
  const { resources } = await container('payments')
    .items.query<Fed>('SELECT * FROM c', { partitionKey: crm.workspace.id })
    .fetchAll();
  await recomputeSegments(crm.system(), resources);
}

/** All that a person could see of customers, payments and segments. */
async function seen(crm: Crm) {
  const work = await crm.work('admin');
  const { items } = await work.customers.list({ limit: 200 });
  const paid = await work.payments.list({ all: true }, { limit: 400 });
  const { counts, grid, payers } = await readSummary(work);
  return {
    customers: items.map(({ reference, measures }) => ({ reference, measures })),
    payments: paid.items.map(({ customer, amount, paidOn }) => `${customer.name} ${amount} ${paidOn}`).toSorted(),
    segments: { counts, grid, payers },
  };
}

test(
  'undone it is as if it had never been: customers, payments and segments',
  withCrm(async (crm) => {
    await imported(crm, part(0, 120));
    await feed(crm);
    const before = await seen(crm);

    const id = await imported(crm, file);
    await feed(crm);
    expect(await seen(crm)).not.toEqual(before);

    await undone(crm, id);
    expect(await crm.system().imports.get(id)).toMatchObject({ added: 180, removed: 180 });
    await feed(crm);
    expect(await seen(crm)).toEqual(before);
  }),
);

test(
  'nobody stays in the segments whose import is undone before the feed was read',
  withCrm(async (crm) => {
    const id = await imported(crm, file);
    await feed(crm);
    await undone(crm, id);
    await feed(crm);
    expect(await seen(crm)).toMatchObject({ customers: [], payments: [], segments: { payers: 0 } });
    const letters = await container('deadLetters')
      .items.query('SELECT * FROM c', { partitionKey: crm.workspace.id })
      .fetchAll();
    expect(letters.resources).toEqual([]);
  }),
);

test(
  'stopped in the middle it goes on to the same end and counts everything',
  withCrm(async (crm) => {
    const id = await imported(crm, file);
    await askToUndo(await crm.work('admin'), id);
    const system = crm.system();
    const withdraw: typeof system.payments.withdraw = async (ids, ...rest) => {
      await system.payments.withdraw(ids.slice(0, 150), ...rest);
      throw new Error('The machine stopped');
    };
    const breaking = { ...system, payments: { ...system.payments, withdraw } };
    await expect(stepImport(breaking, id, later())).rejects.toThrow('The machine stopped');
    await Promise.all([stepImport(system, id, later()), stepImport(crm.system(), id, later())]);
    expect(await system.imports.get(id)).toMatchObject({ state: 'undone', removed: 300 });
    expect(await seen(crm)).toMatchObject({ customers: [], payments: [] });
  }),
);

test(
  'the same file can be imported again afterwards, by an import of its own',
  withCrm(async (crm) => {
    const first = await imported(crm, file);
    const whole = await seen(crm);
    await undone(crm, first);
    const second = await imported(crm, file);
    expect(await crm.system().imports.get(second)).toMatchObject({ added: 300, preview: { alreadyHere: 0 } });
    expect(await seen(crm)).toEqual(whole);

    expect(await refusalOf(askToUndo(await crm.work('admin'), first))).toMatchObject({ status: 409 });
    await undone(crm, second);
    expect(await seen(crm)).toMatchObject({ customers: [], payments: [] });
  }),
);

test(
  'payments of another import keep their customers',
  withCrm(async (crm) => {
    const first = await imported(crm, part(0, 200));
    const second = await imported(crm, file);
    await undone(crm, first);
    const left = await seen(crm);
    expect(left.payments).toHaveLength(100);
    await undone(crm, second);
    expect(await seen(crm)).toMatchObject({ customers: [], payments: [] });
  }),
);

test(
  'after seven days it stays',
  withCrm(async (crm) => {
    const id = await imported(crm, part(0, 10));
    const admin = await crm.work('admin');
    const inDays = (days: number) => ({ ...admin, now: () => new Date(Date.now() + days * 86_400_000) });
    expect(await refusalOf(askToUndo(inDays(8), id))).toMatchObject({ status: 409 });
    expect(await refusalOf(askToUndo(inDays(6), id))).toBeNull();
  }),
);
