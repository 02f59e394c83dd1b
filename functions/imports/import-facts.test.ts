import { expect, test } from 'vitest';
import type { Import } from '#domain/imports/import.ts';
import { recomputeFacts } from '#functions/segments/recompute-facts.ts';
import { remeasure } from '#functions/segments/remeasure.ts';
import { changeFacts } from '#functions/customers/change-facts.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { askToRun, askToUndo } from './ask-import.ts';
import { customerIdOf } from './payment-of-row.ts';
import { startImport } from './start-import.ts';
import { stepImport } from './step-import.ts';

const head = 'customer,date,amount,city,country,born';
const later = () => new Date(Date.now() + 60_000);

async function checked(crm: Crm, lines: string[]): Promise<Import> {
  const bytes = Buffer.from([head, ...lines].join('\n'));
  const { id } = await startImport(await crm.work('admin'), { bytes, fileName: null });
  await stepImport(crm.system(), id, later());
  return crm.system().imports.get(id);
}

async function imported(crm: Crm, lines: string[]): Promise<string> {
  const { id } = await checked(crm, lines);
  await askToRun(await crm.work('admin'), id);
  await stepImport(crm.system(), id, later());
  return id;
}

async function undone(crm: Crm, id: string): Promise<void> {
  await askToUndo(await crm.work('admin'), id);
  await stepImport(crm.system(), id, later());
}

const person = (crm: Crm, reference: string) =>
  crm.system().customers.get(customerIdOf(crm.workspace.id, { reference }));
const facts = async (crm: Crm, reference: string) => {
  const { place, bornOn } = await person(crm, reference);
  return [place?.name ?? null, bornOn];
};

test(
  'F271 a file brings where customers live and when they were born, by the first row that says it',
  withCrm(async (crm) => {
    await imported(crm, [
      'Ada,2026-01-02,10,,,1980-05-01',
      'Ada,2026-01-03,10,Bergen,Norway,1981-05-01',
      'Bo,2026-01-02,10,,,',
    ]);
    expect(await facts(crm, 'Ada')).toEqual(['Bergen', '1980-05-01']);
    expect(await facts(crm, 'Bo')).toEqual([null, null]);
  }),
);

test(
  'the same file again with the towns adds no payment, and fills in only what is not known',
  withCrm(async (crm) => {
    await imported(crm, ['Ada,2026-01-02,10,,,', 'Bo,2026-01-02,10,Oslo,NO,']);
    const id = await imported(crm, ['Ada,2026-01-02,10,Bergen,NO,', 'Bo,2026-01-02,10,Bergen,NO,1970-01-01']);
    expect(await crm.system().imports.get(id)).toMatchObject({ state: 'done', added: 0 });
    expect(await facts(crm, 'Ada')).toEqual(['Bergen', null]);
    expect(await facts(crm, 'Bo')).toEqual(['Oslo', '1970-01-01']);
  }),
);

test(
  'taken back, it takes back what it told, and not what somebody has said since',
  withCrm(async (crm) => {
    await imported(crm, ['Ada,2026-01-02,10,,,', 'Bo,2026-01-02,10,,,']);
    const id = await imported(crm, ['Ada,2026-01-03,10,Bergen,NO,1980-05-01', 'Bo,2026-01-03,10,Bergen,NO,1980-05-01']);
    const { id: customerId, version } = await person(crm, 'Bo');
    await changeFacts(await crm.work('admin'), customerId, { bornOn: '1990-05-01', version });
    await undone(crm, id);
    expect(await facts(crm, 'Ada')).toEqual([null, null]);
    expect(await facts(crm, 'Bo')).toEqual([null, '1990-05-01']);
  }),
);

test(
  'rows with impossible towns, countries and birth dates are reported, and none of them is scored',
  withCrm(async (crm) => {
    const { preview } = await checked(crm, [
      'Ada,2026-01-02,10,Atlantis,DE,',
      'Ada,2026-01-02,10,Berlin,Middle Earth,',
      'Ada,2026-01-02,10,Berlin,DE,2999-01-01',
      'Ada,2026-01-02,-10,Berlin,DE,',
      'Ada,2026-01-02,10,Berlin,DE,1980-01-01',
    ]);
    expect(preview).toMatchObject({ good: 1, faulty: 4 });
    expect(preview?.faults.map(({ line, column, detail }) => [line, column, detail])).toEqual([
      [2, 'city', 'No town of this name in DE'],
      [3, 'country', 'Not a country'],
      [4, 'born', 'This day is in the future'],
      [5, 'amount', 'Negative'],
    ]);
  }),
);

test(
  'of several towns of a name the largest is taken, and the preview says so once',
  withCrm(async (crm) => {
    const { preview } = await checked(crm, [
      'Ada,2026-01-02,10,Portland,US,',
      'Bo,2026-01-02,10,Portland,US,',
      'Cy,2026-01-02,10,Bergen,NO,',
    ]);
    expect(preview?.sharedNames).toMatchObject([
      { text: 'Portland', taken: { name: 'Portland', region: 'OR', country: 'US' }, of: 6 },
    ]);
  }),
);

test(
  'F250 the town of a customer who has paid is their market in the scores',
  withCrm(async (crm) => {
    await imported(crm, ['Ada,2026-01-02,10,,,']);
    const system = crm.system();
    const { id } = await person(crm, 'Ada');
    await remeasure(system, [id]);
    expect((await person(crm, 'Ada')).measures).toMatchObject({ market: null, bornOn: null });

    await imported(crm, ['Ada,2026-01-02,10,Oslo,NO,1980-05-01']);
    await recomputeFacts(system, [await person(crm, 'Ada')]);
    const { measures } = await person(crm, 'Ada');
    expect(measures).toMatchObject({ bornOn: '1980-05-01' });
    expect(measures?.market).toBeCloseTo(Math.log(580_000) + Math.log(67_931 / 17_000), 6);
  }),
);
