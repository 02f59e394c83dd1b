import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '#domain/customers/facts.ts';
import { sentenceOf } from '#domain/audit/sentence.ts';
import { listAudit } from '#functions/audit/list-audit.ts';
import { searchTowns } from '#functions/places/find-towns.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { changeFacts } from './change-facts.ts';

const townId = async (name: string): Promise<number> => (await searchTowns(name))[0]!.townId!;
const smaller = { kind: 'smaller', country: 'NO', size: '500-2k' } as const;

async function aCustomer(crm: Crm) {
  const [work, customer] = [await crm.work('employee'), await crm.addCustomer()];
  const say = async (said: Omit<CustomerFacts, 'version'>) =>
    changeFacts(work, customer.id, { ...said, version: (await work.customers.get(customer.id)).version });
  return { work, customer, say };
}

describe('F271 a customer’s facts', () => {
  test(
    'a town and a birth date are said, and stay when the other is changed',
    withCrm(async (crm) => {
      const { work, customer, say } = await aCustomer(crm);
      await say({ place: { kind: 'town', townId: await townId('Tromso') } });
      const changed = await say({ bornOn: '1990-04-02' });
      const tromso = { name: 'Tromsø', country: 'NO', population: 52_436 };
      expect(changed).toMatchObject({ place: tromso, bornOn: '1990-04-02', scores: null });
      expect(await work.customers.get(customer.id)).toMatchObject({ place: tromso, bornOn: '1990-04-02' });
      expect(await say({ place: null })).toMatchObject({ place: null, bornOn: '1990-04-02' });
    }),
  );

  test(
    'a smaller place has a country and a size, and no name',
    withCrm(async (crm) => {
      const { say } = await aCustomer(crm);
      const { place } = await say({ place: smaller });
      expect(place).toEqual({ townId: null, name: '', region: '', country: 'NO', population: 1000 });
    }),
  );

  test(
    'who changed them is written down, the birth date itself is not',
    withCrm(async (crm) => {
      const { work, say } = await aCustomer(crm);
      await say({ place: smaller, bornOn: '1990-04-02' });
      await say({ place: smaller, bornOn: '1990-04-02' });
      const { items } = await listAudit(await crm.work('admin'), { limit: 5 });
      expect(items.map(sentenceOf)).toEqual([
        `${work.caller.name} changed place and birth date of the customer Dipika Sarraf`,
      ]);
      expect(JSON.stringify(items)).not.toContain('1990');
    }),
  );

  test.each<[string, Omit<CustomerFacts, 'version'>, string, string]>([
    ['a birth date in the future', { bornOn: '2999-01-01' }, '/body/bornOn', 'This day is in the future'],
    ['one of 130 years ago', { bornOn: '1890-01-01' }, '/body/bornOn', 'More than 120 years ago'],
    ['no town', { place: { kind: 'town', townId: 1 } }, '/body/place', 'There is no such town'],
    ['no country', { place: { ...smaller, country: 'ZZ' } }, '/body/place', 'There is no such country'],
  ])('%s is refused by its field', async (_, said, pointer, detail) => {
    await withCrm(async (crm) => {
      const { work, customer, say } = await aCustomer(crm);
      expect(await refusalOf(say(said))).toMatchObject({ status: 400, errors: [{ pointer, detail }] });
      expect(await work.customers.get(customer.id)).toEqual(customer);
    })();
  });

  test(
    'of two who change the same version one is told that it was changed meanwhile',
    withCrm(async (crm) => {
      const { work, customer } = await aCustomer(crm);
      const { version } = customer;
      const both = await Promise.allSettled(
        ['1990-04-02', '1991-04-02'].map((bornOn) => changeFacts(work, customer.id, { bornOn, version })),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const late = changeFacts(work, customer.id, { bornOn: '1992-04-02', version });
      expect(await refusalOf(late)).toMatchObject({ status: 412, title: 'The customer was changed by somebody else' });
    }),
  );

  test(
    'a customer of another business is not found',
    withCrm(async (crm) => {
      const { customer } = await aCustomer(crm);
      await withCrm(async (other) => {
        const saying = changeFacts(await other.work('admin'), customer.id, { bornOn: null, version: customer.version });
        expect(await refusalOf(saying)).toMatchObject({ status: 404 });
      })();
    }),
  );
});
