import { describe, expect, test } from 'vitest';
import { Mapping } from '#domain/imports/mapping.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { askToRun } from './ask-import.ts';
import { mapImport } from './map-import.ts';
import { readErrors } from './read-errors.ts';
import { startImport } from './start-import.ts';
import { stepImport } from './step-import.ts';

const later = () => new Date(Date.now() + 60_000);

async function uploaded(crm: Crm, text: string) {
  const work = await crm.work('admin');
  const started = await startImport(work, { bytes: Buffer.from(text), fileName: null });
  const step = async () => {
    await stepImport(crm.system(), started.id, later());
    return work.imports.get(started.id);
  };
  return { work, started, step };
}

describe('the columns of a file', () => {
  test(
    'that are clear are checked without a question',
    withCrm(async (crm) => {
      const { started } = await uploaded(crm, 'customer,date,amount\n1,1997-01-01,11.77\n2,1997-01-02,5\n');
      expect(started).toMatchObject({
        state: 'checking',
        fileName: 'history.csv',
        columns: [
          { name: 'customer', samples: ['1', '2'] },
          { name: 'date', samples: ['1997-01-01', '1997-01-02'] },
          { name: 'amount', samples: ['11.77', '5'] },
        ],
      });
    }),
  );

  test(
    'that are not wait for the person, who may choose again after looking',
    withCrm(async (crm) => {
      const { work, started, step } = await uploaded(crm, 'who,when,amount\n1,01/02/1997,11.77\n');
      expect(started).toMatchObject({ state: 'mapping', mapping: { dateColumn: 1, dateForm: null } });
      expect(await step()).toMatchObject({ state: 'mapping' });

      const mapping = Mapping.parse({ ...started.mapping, customerColumn: 0, dateForm: 'day/month/year' });
      await mapImport(work, started.id, mapping);
      expect(await step()).toMatchObject({ state: 'checked', preview: { good: 1 } });

      await mapImport(work, started.id, { ...mapping, decimalMark: ',' });
      expect(await step()).toMatchObject({ state: 'checked', preview: { good: 0, faulty: 1 } });
      expect(await refusalOf(askToRun(work, started.id))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'are those of the file, and fixed once rows are stored',
    withCrm(async (crm) => {
      const { work, started, step } = await uploaded(crm, 'customer,date,amount\n1,1997-01-01,11.77\n');
      const mapping = Mapping.parse(started.mapping);
      expect(await refusalOf(mapImport(work, started.id, { ...mapping, amountColumn: 3 }))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/amountColumn' }],
      });
      await step();
      await askToRun(work, started.id);
      expect(await refusalOf(mapImport(work, started.id, mapping))).toMatchObject({ status: 409 });
    }),
  );
});

describe('faulty rows', () => {
  const csv = [
    'customer,date,amount,currency',
    'A1,2026-01-02,10.00,USD',
    'A2,2026-02-30,10.00,USD',
    ',2026-01-02,ten,USD',
    '=SUM(A1),2026-01-02,-5,EUR',
    '',
  ].join('\n');

  test(
    'are listed with line, column, value and reason; the good ones are counted',
    withCrm(async (crm) => {
      const { step } = await uploaded(crm, csv);
      const { preview } = await step();
      expect(preview).toMatchObject({
        good: 1,
        faulty: 3,
        newCustomers: 1,
        totals: [{ amount: 1000, currency: 'USD' }],
      });
      expect(preview!.faults).toEqual([
        { line: 3, column: 'date', value: '2026-02-30', detail: 'Not a day, written as year-month-day' },
        { line: 4, column: 'customer', value: '', detail: 'Empty' },
        { line: 4, column: 'amount', value: 'ten', detail: 'Not a number such as 11.77' },
        { line: 5, column: 'amount', value: '-5', detail: 'Negative' },
        { line: 5, column: 'currency', value: 'EUR', detail: 'Not USD, the currency of your business' },
      ]);
    }),
  );

  test(
    'stand in a file of their own, harmless for spreadsheet programs and readable here again',
    withCrm(async (crm) => {
      const { work, started, step } = await uploaded(crm, csv);
      expect(await refusalOf(readErrors(work, started.id))).toMatchObject({ status: 404 });
      await step();
      const { text } = await readErrors(work, started.id);
      let file = '';
      for await (const some of text) file += some;
      expect(file.split('\r\n').at(-2)).toBe(
        `'=SUM(A1),2026-01-02,'-5,EUR,5,"amount: Negative; currency: Not USD, the currency of your business"`,
      );

      const again = await uploaded(crm, file);
      expect((await again.step()).preview).toMatchObject({ good: 0, faulty: 3 });
    }),
  );

  test(
    'are shown to the first hundred',
    withCrm(async (crm) => {
      const { step } = await uploaded(crm, `customer,date,amount\n${'1,1997-01-01,-1\n'.repeat(1234)}`);
      const { preview } = await step();
      expect(preview).toMatchObject({ good: 0, faulty: 1234 });
      expect(preview!.faults).toHaveLength(100);
    }),
  );
});
