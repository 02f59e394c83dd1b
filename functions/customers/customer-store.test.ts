import { expect, test } from 'vitest';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';

const addCustomer = (
  { customers, newId }: SystemWork,
  name: string,
  email: string | null = null,
  reference: string | null = null,
) =>
  customers.add({
    id: newId(),
    name,
    email,
    reference,
    memberId: null,
    owner: null,
    place: null,
    bornOn: null,
    measures: null,
    createdAt: '2026-03-02T09:00:00.000Z',
  });

const namesOf = async ({ customers }: SystemWork, q?: string): Promise<string[]> =>
  (await customers.list({ q, limit: 50 })).items.map(({ name }) => name);

test(
  'customers are listed by name, whatever its case or accents, page by page',
  withCrm(async (crm) => {
    const system = crm.system();
    for (const name of ['Zoe', 'ada', 'Émile', 'Bela', 'ada']) await addCustomer(system, name);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await system.customers.list({ limit: 2, cursor });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['ada', 'ada', 'Bela', 'Émile', 'Zoe']);
  }),
);

test(
  'a search finds beginnings of the name, the e-mail address and the reference',
  withCrm(async (crm) => {
    const system = crm.system();
    await addCustomer(system, 'Ada Lovelace', 'countess@marlow.example', '00042');
    await addCustomer(system, 'Ada Byron', 'byron@street.example', '00043');
    expect(await namesOf(system, 'ada')).toEqual(['Ada Byron', 'Ada Lovelace']);
    expect(await namesOf(system, 'LOVE a')).toEqual(['Ada Lovelace']);
    expect(await namesOf(system, 'street')).toEqual(['Ada Byron']);
    expect(await namesOf(system, '0004')).toHaveLength(2);
    expect(await namesOf(system, 'lace')).toEqual([]);
  }),
);

test(
  'adding many again adds only those that are missing, also by two at once',
  withCrm(async (crm) => {
    const { customers, newId } = crm.system();
    const many = Array.from({ length: 250 }, (_, n) => ({
      id: newId(),
      name: `Customer ${n}`,
      email: null,
      reference: `${n}`,
      memberId: null,
      owner: null,
      place: null,
      bornOn: null,
      measures: null,
      createdAt: '2026-03-02T09:00:00.000Z',
    }));
    expect(await customers.addMissing(many.slice(0, 120))).toBe(120);
    const [one, other] = await Promise.all([customers.addMissing(many), customers.addMissing(many)]);
    expect(one + other).toBe(130);
    expect((await customers.known(many.map(({ id }) => id))).size).toBe(250);
  }),
);

test(
  'measures are written only over older ones',
  withCrm(async (crm) => {
    const { customers } = crm.system();
    const { id } = await crm.addCustomer();
    const newer = make.measures({ lastPaidOn: '2026-03-02', frequency: 2, monetary: 200 });
    const older = make.measures({ lastPaidOn: '2026-03-01', frequency: 1, monetary: 100 });
    await customers.setMeasures(new Map([[id, newer]]), 5);
    const { version } = await customers.get(id);
    await customers.setMeasures(new Map([[id, older]]), 4);
    await customers.setMeasures(new Map([[id, newer]]), 5);
    expect(await customers.get(id)).toMatchObject({ measures: newer, version });
  }),
);

test(
  'another business finds none of them',
  withCrm(async (crm) => {
    const { id, name } = await crm.addCustomer();
    const { customers } = crm.visit().in(crypto.randomUUID());
    expect(await customers.find(id)).toBeNull();
    expect((await customers.list({ q: name, limit: 50 })).items).toEqual([]);
    expect((await customers.known([id])).size).toBe(0);
  }),
);
