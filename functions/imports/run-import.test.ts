import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recomputeSegments } from '#functions/segments/recompute-segments.ts';
import { readSummary } from '#functions/segments/read-summary.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { failImport } from './fail-import.ts';
import { runImport } from './run-import.ts';
import { startImport } from './start-import.ts';

const file = await readFile(join(import.meta.dirname, 'fixtures/cdnow-part.csv'));
const lines = file.toString().trim().split('\n').slice(1);
const total = lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[3]) * 100), 0);
const references = [...new Set(lines.map((line) => line.split(',')[0]!))];

const later = () => new Date(Date.now() + 60_000);

async function importFile(crm: Crm, bytes: Uint8Array = file) {
  const { id } = await startImport(await crm.work('admin'), { bytes, fileName: 'cdnow.csv' });
  const isLeft = await runImport(crm.system(), id, later());
  return { id, isLeft, job: await crm.system().imports.get(id) };
}

async function stored({ customers, payments }: SystemWork) {
  const { items } = await customers.list({ limit: 200 });
  const counted = await payments.ofCustomers(items.map(({ id }) => id));
  return {
    references: items.map(({ reference }) => reference),
    payments: counted.length,
    total: counted.reduce((sum, { amount }) => sum + amount, 0),
  };
}
const everything = { references, payments: lines.length, total };

describe('an import', () => {
  test(
    'takes in every row, equal ones and 0.00 too',
    withCrm(async (crm) => {
      const { job, isLeft } = await importFile(crm);
      expect(isLeft).toBe(false);
      expect(job).toMatchObject({ state: 'done', rows: 300, done: 300, added: 300, customersAdded: references.length });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'of the same file again changes nothing',
    withCrm(async (crm) => {
      await importFile(crm);
      const { job } = await importFile(crm);
      expect(job).toMatchObject({ state: 'done', done: 300, added: 0, customersAdded: 0 });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'of a longer file adds only what is new',
    withCrm(async (crm) => {
      await importFile(crm);
      const more = `${file.toString()}${lines[0]}\nNew & Sons,1998-06-30,1,5\n`;
      const { job } = await importFile(crm, Buffer.from(more));
      expect(job).toMatchObject({ rows: 302, added: 2, customersAdded: 1 });
    }),
  );

  test(
    'that was stopped goes on to the same end',
    withCrm(async (crm) => {
      const { id } = await startImport(await crm.work('admin'), { bytes: file, fileName: null });
      expect(await runImport(crm.system(), id, new Date(0))).toBe(true);
      expect(await crm.system().imports.get(id)).toMatchObject({ state: 'waiting', done: 0, fileName: 'history.csv' });

      const system = crm.system();
      const addImported: typeof system.payments.addImported = async (rows) => {
        await system.payments.addImported(rows.slice(0, 150));
        throw new Error('The machine stopped');
      };
      const breaking = { ...system, payments: { ...system.payments, addImported } };
      await expect(runImport(breaking, id, later())).rejects.toThrow('The machine stopped');

      expect(await runImport(system, id, later())).toBe(false);
      expect(await system.imports.get(id)).toMatchObject({ state: 'done', done: 300 });
      expect(await stored(system)).toEqual(everything);
    }),
  );

  test(
    'taken up by two workers at once ends as if by one',
    withCrm(async (crm) => {
      const { id } = await startImport(await crm.work('admin'), { bytes: file, fileName: null });
      await Promise.all([runImport(crm.system(), id, later()), runImport(crm.system(), id, later())]);
      expect(await crm.system().imports.get(id)).toMatchObject({ state: 'done', done: 300 });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'that failed says what to do, and a finished one stays finished',
    withCrm(async (crm) => {
      const { id } = await startImport(await crm.work('admin'), { bytes: file, fileName: null });
      await failImport(crm.system(), id);
      expect(await crm.system().imports.get(id)).toMatchObject({
        state: 'failed',
        reason: expect.stringContaining('Upload the same file again'),
      });
      expect(await runImport(crm.system(), id, later())).toBe(false);

      const done = await importFile(crm);
      await failImport(crm.system(), done.id);
      expect(await crm.system().imports.get(done.id)).toEqual(done.job);
    }),
  );

  test(
    'with one bad row stores nothing at all',
    withCrm(async (crm) => {
      const bytes = Buffer.concat([file, Buffer.from('00500,yesterday,1,1.00\n')]);
      const started = startImport(await crm.work('admin'), { bytes, fileName: 'bad.csv' });
      await expect(started).rejects.toMatchObject({
        problem: { status: 400, errors: [{ pointer: '/rows/302/date' }] },
      });
      expect(await stored(crm.system())).toEqual({ references: [], payments: 0, total: 0 });
    }),
  );

  test(
    'is scored exactly: each customer equals a slow recompute from the lines of the file',
    withCrm(async (crm) => {
      await importFile(crm);
      const work = await crm.work('admin');
      const { items } = await work.customers.list({ limit: 200 });
      await recomputeSegments(
        crm.system(),
        items.map(({ id }) => ({
          id,
          customer: { id, name: '', email: '' },
          amount: 0,
          status: 'pending',
          paidOn: null,
        })),
      );

      const { payers, counts } = await readSummary(work);
      expect(payers).toBe(references.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(references.length);
      const scored = await scoreEach(work, (await work.customers.list({ limit: 200 })).items);
      expect(scored.map(({ reference, scores }) => ({ reference, scores }))).toEqual(slowScores());
    }),
  );
});

/** The rule as it is said, on text and floating point, sharing nothing with the product's code. */
function slowScores() {
  const all = references.map((reference) => {
    const own = lines.map((line) => line.split(',')).filter(([customer]) => customer === reference);
    return {
      reference,
      recency: Math.max(...own.map(([, date]) => Date.parse(date!))),
      frequency: own.length,
      monetary: Math.round(own.reduce((sum, [, , , amount]) => sum + Number(amount), 0) * 100),
    };
  });
  const score = (one: (typeof all)[number], by: 'recency' | 'frequency' | 'monetary'): number => {
    const worse = all.filter((other) => other[by] < one[by]).length;
    const better = all.filter((other) => other[by] > one[by]).length;
    return better === 0 ? 5 : Math.max(1, Math.ceil((5 * worse) / (all.length - 1)));
  };
  return all.map((one) => ({
    reference: one.reference,
    scores: { recency: score(one, 'recency'), frequency: score(one, 'frequency'), monetary: score(one, 'monetary') },
  }));
}
