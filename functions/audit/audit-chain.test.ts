import { Item, Items } from '@azure/cosmos';
import { describe, expect, test, vi } from 'vitest';
import { database } from '#functions/platform/cosmos.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { checkWorkspace } from '#infra/audit/check-audit.ts';
import { auditStore } from './audit-store.ts';

const ines = { memberId: 'ines', name: 'Ines Halvorsen' };
const check = (crm: Crm) => checkWorkspace(database, crm.workspace.id);
const holds = (seq: number) => ({ checked: seq, end: { seq }, broken: null });
const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1);

/** The audit of a workspace at a moment. */
const auditAt = (crm: Crm, moment: string) => auditStore(crm.workspace.id, () => new Date(moment));
const addAt = (crm: Crm, moment: string) => auditAt(crm, moment).add({ action: 'signed-in', by: ines });

test(
  'F088 fifty entries at once all stand in one chain without gaps',
  withCrm(async (crm) => {
    const { audit } = crm.system();
    const added = await Promise.all(
      upTo(50).map((n) => audit.add({ action: 'signed-in', by: { memberId: `m${n}`, name: `Member ${n}` } })),
    );
    expect(added.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(upTo(50));
    expect(new Set((await audit.newest({ limit: 100 })).map(({ by }) => by?.memberId)).size).toBe(50);
    expect(await check(crm)).toMatchObject(holds(50));
  }),
);

test(
  'an entry costs two point reads and one batch, however long the chain is',
  withCrm(async (crm) => {
    const { audit } = crm.system();
    for (const _each of upTo(3)) await audit.add({ action: 'signed-in', by: ines });
    const spies = [
      vi.spyOn(Item.prototype, 'read'),
      vi.spyOn(Items.prototype, 'batch'),
      vi.spyOn(Items.prototype, 'query'),
    ];
    await audit.add({ action: 'signed-in', by: ines });
    const counts = spies.map((spy) => spy.mock.calls.length);
    vi.restoreAllMocks();
    expect(counts).toEqual([2, 1, 0]);
  }),
);

test(
  'nothing written yet is a chain that holds',
  withCrm(async (crm) => {
    expect(await check(crm)).toMatchObject(holds(0));
  }),
);

describe('the turn of the month', () => {
  const [january, february] = ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z'];

  test(
    'goes on with the number and the hash of the month before, also after months without an entry',
    withCrm(async (crm) => {
      const last = await addAt(crm, january);
      expect(await addAt(crm, '2026-06-15T10:00:00.000Z')).toMatchObject({ seq: 2, prev: last.hash });
      expect(await check(crm)).toMatchObject(holds(2));
    }),
  );

  test(
    'does not fork the chain, whatever the clocks of the writers say',
    withCrm(async (crm) => {
      await addAt(crm, january);
      await Promise.all(upTo(20).map((n) => addAt(crm, n % 2 === 0 ? january : february)));
      await addAt(crm, january);
      expect(await check(crm)).toMatchObject(holds(22));
    }),
  );

  test(
    'goes on where a writer stopped between two of its steps',
    withCrm(async (crm) => {
      await addAt(crm, january);
      const audit = database.container('audit');
      const key = [crm.workspace.id, '2026-01'];
      const set = (path: string, value: unknown) => [{ op: 'set' as const, path, value }];
      await audit.item('head', key).patch(set('/next', '2026-02'));
      await addAt(crm, january);
      expect(await check(crm)).toMatchObject(holds(2));

      // A month that was opened, and in which nothing was written yet.
      await audit.item('head', [crm.workspace.id, '2026-02']).patch(set('/next', '2026-03'));
      const chain = audit.item('chain', [crm.workspace.id, 'chain']);
      await chain.patch(set('/months', ['2026-01', '2026-02', '2026-03']));
      expect(await check(crm)).toMatchObject(holds(2));
      await addAt(crm, '2026-04-01T00:00:00.000Z');
      expect(await check(crm)).toMatchObject(holds(3));
    }),
  );
});

describe('ASVS 16.4.2 what somebody does to the stored entries is found', () => {
  const month = '2026-01';
  const audit = database.container('audit');
  type Stored = { id: string; entry: Record<string, unknown> };

  const cases: [string, number, (key: string[]) => Promise<unknown>][] = [
    [
      'a changed entry',
      2,
      (key) => audit.item('2', key).patch([{ op: 'set', path: '/entry/by/name', value: 'Somebody else' }]),
    ],
    ['a removed entry', 2, (key) => audit.item('2', key).delete()],
    ['the last entry removed', 4, (key) => audit.item('4', key).delete()],
    [
      'an inserted entry',
      3,
      async (key) => {
        const { resource } = await audit.item('2', key).read<Stored>();
        await audit.items.create({ ...resource!, id: crypto.randomUUID() });
      },
    ],
    [
      'two entries that changed places',
      2,
      async (key) => {
        await audit.item('2', key).patch([{ op: 'set', path: '/entry/seq', value: 3 }]);
        await audit.item('3', key).patch([{ op: 'set', path: '/entry/seq', value: 2 }]);
      },
    ],
  ];
  test.each(cases)('%s', (_, seq, tamper) =>
    withCrm(async (crm) => {
      for (const _each of upTo(4)) await addAt(crm, `${month}-10T10:00:00.000Z`);
      await tamper([crm.workspace.id, month]);
      expect(await check(crm)).toMatchObject({ checked: seq - 1, broken: { seq } });
    })(),
  );
});
