import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Import } from '#domain/imports/import.ts';
import { recomputeSegments } from '#functions/segments/recompute-segments.ts';
import { readSummary } from '#functions/segments/read-summary.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { askToRun } from './ask-import.ts';
import { failImport } from './fail-import.ts';
import { startImport } from './start-import.ts';
import { stepImport } from './step-import.ts';

const file = await readFile(join(import.meta.dirname, 'fixtures/cdnow-part.csv'));
const lines = file.toString().trim().split('\n').slice(1);
const total = lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[3]) * 100), 0);
const references = [...new Set(lines.map((line) => line.split(',')[0]!))];

const later = () => new Date(Date.now() + 60_000);

async function checked(crm: Crm, bytes: Uint8Array = file): Promise<Import> {
  const { id } = await startImport(await crm.work('admin'), { bytes, fileName: 'cdnow.csv' });
  await stepImport(crm.system(), id, later());
  return crm.system().imports.get(id);
}

async function confirmed(crm: Crm, bytes: Uint8Array = file): Promise<string> {
  const { id } = await checked(crm, bytes);
  await askToRun(await crm.work('admin'), id);
  return id;
}

async function imported(crm: Crm, bytes: Uint8Array = file): Promise<Import> {
  const id = await confirmed(crm, bytes);
  expect(await stepImport(crm.system(), id, later())).toBe(false);
  return crm.system().imports.get(id);
}

async function stored({ customers, payments }: SystemWork) {
  const { items } = await customers.list({ limit: 200 });
  const measured = await payments.ofCustomers(items.map(({ id }) => id));
  return {
    references: items.map(({ reference }) => reference),
    payments: measured.length,
    total: measured.reduce((sum, { counted }) => sum + (counted ?? 0), 0),
  };
}
const everything = { references, payments: lines.length, total };
const nothing = { references: [], payments: 0, total: 0 };

describe('an import', () => {
  test(
    'says first what it would do, and stores nothing before the person says yes',
    withCrm(async (crm) => {
      expect(await checked(crm)).toMatchObject({
        state: 'checked',
        rows: 300,
        preview: {
          good: 300,
          faulty: 0,
          newCustomers: references.length,
          alreadyHere: 0,
          totals: [{ amount: total, currency: 'USD' }],
          faults: [],
        },
      });
      expect(await stored(crm.system())).toEqual(nothing);
    }),
  );

  test(
    'takes in every row, equal ones and 0.00 too',
    withCrm(async (crm) => {
      const job = await imported(crm);
      expect(job).toMatchObject({ state: 'done', done: 300, added: 300, customersAdded: references.length });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'of the same file again says so and changes nothing',
    withCrm(async (crm) => {
      await imported(crm);
      const again = await imported(crm);
      expect(again.preview).toMatchObject({ newCustomers: 0, alreadyHere: 300 });
      expect(again).toMatchObject({ state: 'done', done: 300, added: 0, customersAdded: 0 });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'of a longer file adds only what is new',
    withCrm(async (crm) => {
      await imported(crm);
      const more = `${file.toString()}${lines[0]}\nNew & Sons,1998-06-30,1,5\n`;
      const job = await imported(crm, Buffer.from(more));
      expect(job.preview).toMatchObject({ good: 302, newCustomers: 1, alreadyHere: 300 });
      expect(job).toMatchObject({ rows: 302, added: 2, customersAdded: 1 });
    }),
  );

  test(
    'keeps the names and addresses of its columns, for payments and customers',
    withCrm(async (crm) => {
      await imported(
        crm,
        Buffer.from('Customer ID;Name;E-Mail;Datum;Betrag\n7;Zoé Ünal;Zoe@unal.example;31.01.2024;1.234,50\n'),
      );
      const { items } = await crm.system().customers.list({ limit: 200 });
      expect(items).toMatchObject([{ reference: '7', name: 'Zoé Ünal', email: 'zoe@unal.example' }]);
      const paid = await crm.system().payments.list({ all: true }, { limit: 10 });
      expect(paid.items).toMatchObject([{ amount: 123_450, paidOn: '2024-01-31', customer: { name: 'Zoé Ünal' } }]);
    }),
  );

  test(
    'counts a customer once whose rows stand far apart',
    withCrm(async (crm) => {
      const rows = Array.from({ length: 2100 }, (_, at) => `K${at % 30},1997-01-01,${at}\n`);
      const job = await imported(crm, Buffer.from(`customer,date,amount\n${rows.join('')}`));
      expect(job).toMatchObject({ done: 2100, added: 2100, customersAdded: 30, preview: { newCustomers: 30 } });
    }),
  );

  test(
    'that was stopped goes on to the same end, and counts what it stored before',
    withCrm(async (crm) => {
      const id = await confirmed(crm);
      expect(await stepImport(crm.system(), id, new Date(0))).toBe(true);
      expect(await crm.system().imports.get(id)).toMatchObject({ state: 'waiting', done: 0 });

      const system = crm.system();
      const addImported: typeof system.payments.addImported = async (rows, importId) => {
        await system.payments.addImported(rows.slice(0, 150), importId);
        throw new Error('The machine stopped');
      };
      const breaking = { ...system, payments: { ...system.payments, addImported } };
      await expect(stepImport(breaking, id, later())).rejects.toThrow('The machine stopped');

      expect(await stepImport(system, id, later())).toBe(false);
      expect(await system.imports.get(id)).toMatchObject({
        state: 'done',
        done: 300,
        added: 300,
        customersAdded: references.length,
      });
      expect(await stored(system)).toEqual(everything);
    }),
  );

  test(
    'taken up by two workers at once ends as if by one',
    withCrm(async (crm) => {
      const id = await confirmed(crm);
      await Promise.all([stepImport(crm.system(), id, later()), stepImport(crm.system(), id, later())]);
      expect(await crm.system().imports.get(id)).toMatchObject({ state: 'done', done: 300 });
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'that failed can be asked for again and goes on; a finished one stays finished',
    withCrm(async (crm) => {
      const id = await confirmed(crm);
      await failImport(crm.system(), id);
      expect(await crm.system().imports.get(id)).toMatchObject({ state: 'failed', failedWhile: 'running' });
      expect(await stepImport(crm.system(), id, later())).toBe(false);
      expect(await stored(crm.system())).toEqual(nothing);

      await askToRun(await crm.work('admin'), id);
      await stepImport(crm.system(), id, later());
      const done = await crm.system().imports.get(id);
      await failImport(crm.system(), id);
      expect(await crm.system().imports.get(id)).toEqual(done);
      expect(await stored(crm.system())).toEqual(everything);
    }),
  );

  test(
    'waits for another one of the business',
    withCrm(async (crm) => {
      await confirmed(crm);
      const { id } = await checked(crm);
      expect(await refusalOf(askToRun(await crm.work('admin'), id))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'is scored exactly: each customer equals a slow recompute from the lines of the file',
    withCrm(async (crm) => {
      await imported(crm);
      const work = await crm.work('admin');
      const { items } = await work.customers.list({ limit: 200 });
      await recomputeSegments(
        crm.system(),
        items.map(({ id }) => ({
          id,
          customer: { id, name: '', email: '' },
          counted: null,
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
    scores: {
      recency: score(one, 'recency'),
      frequency: score(one, 'frequency'),
      monetary: score(one, 'monetary'),
      population: null,
    },
  }));
}
