import { expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { checkImport } from './check-import.ts';
import { forgetInImports } from './forget-in-imports.ts';
import { removeOldFiles } from './import-store.ts';
import { readErrors } from './read-errors.ts';
import { startImport } from './start-import.ts';

const person = { name: 'Zoë Quux', email: 'zoe@example.com' };
const csv = `customer,name,email,date,amount
7,ZOË QUUX,Zoe@Example.com,2026-01-02,10.00
8,Bo Vik,bo@example.com,2026-01-03,11.00
9,Zoë Quux,zoe@example.com,2026-02-30,12.00
`;

async function checked(crm: Crm, text = csv): Promise<{ admin: Work; id: string }> {
  const admin = await crm.work('admin');
  const { id } = await startImport(admin, { bytes: Buffer.from(text), fileName: 'history.csv' });
  await checkImport(crm.system(), id);
  return { admin, id };
}

const everything = async ({ imports }: Work, id: string): Promise<string> => {
  const job = await imports.get(id);
  return JSON.stringify([job, await imports.table(id), await imports.rows(job)]);
};

test(
  'Q47 somebody who is erased goes out of what was read from imported files; their payments can still be stored',
  withCrm(async (crm) => {
    const { admin, id } = await checked(crm);
    expect(await everything(admin, id)).toMatch(/ZOË QUUX.*Zoe@Example/);
    await forgetInImports(crm.system(), person);
    const left = await everything(admin, id);
    expect(left).not.toMatch(/quux|zoe|zoë/i);
    expect(left).toMatch(/Bo Vik.*bo@example/);
    expect(
      (await admin.imports.rows(await admin.imports.get(id))).map(({ reference, amount }) => [reference, amount]),
    ).toEqual([
      ['7', 1000],
      ['8', 1100],
    ]);
    // It quotes the lines as they came.
    expect(await refusalOf(readErrors(admin, id))).toMatchObject({ status: 404 });
  }),
);

test(
  'an import in which they are not stays as it is',
  withCrm(async (crm) => {
    const { admin, id } = await checked(crm, 'customer,date,amount\nQuuxley,2026-01-02,10.00\n');
    const before = await admin.imports.get(id);
    await forgetInImports(crm.system(), { ...person, name: 'Quux' });
    expect(await admin.imports.get(id)).toEqual(before);
  }),
);

test(
  'what was read from a file goes after thirty days, as the document of its import does',
  withCrm(async (crm) => {
    const { admin, id } = await checked(crm);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000);
    await removeOldFiles(inDays(29), `${crm.workspace.id}/`);
    expect((await admin.imports.table(id)).rows).toHaveLength(3);
    await removeOldFiles(inDays(30), `${crm.workspace.id}/`);
    await expect(admin.imports.table(id)).rejects.toMatchObject({ statusCode: 404 });
  }),
);
