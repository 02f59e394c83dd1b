import { describe, expect, test } from 'vitest';
import type { AuditNote } from '#domain/audit/entry.ts';
import { AuditListQuery } from '#domain/audit/list.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { auditStore } from './audit-store.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

const byOf = ({ caller }: Work) => ({ memberId: caller.memberId, name: caller.name });
const list = (work: Work, query: Partial<AuditListQuery> = {}) => listAudit(work, AuditListQuery.parse(query));
const namesIn = async (work: Work, query: Partial<AuditListQuery> = {}) =>
  (await list(work, query)).items.map(({ seq }) => seq);
const addAt = (crm: Crm, moment: string, note: AuditNote) =>
  auditStore(crm.workspace.id, () => new Date(moment)).add(note);

/** What an admin, a manager, two employees and somebody unknown did. */
async function peopleIn(crm: Crm) {
  const roles = ['admin', 'manager', 'employee', 'employee'] as const;
  const [admin, manager, tomas, nils] = await Promise.all(roles.map((role) => crm.work(role)));
  const people = { admin: admin!, manager: manager!, tomas: tomas!, nils: nils! };
  for (const work of Object.values(people)) await work.audit.add({ action: 'signed-in', by: byOf(work) });
  await people.admin.audit.add({ action: 'sign-in-failed', by: null });
  return people;
}

describe('who sees what', () => {
  test(
    'F088 an admin sees all, a manager what they and the people below them did, an employee what they did',
    withCrm(async (crm) => {
      const { admin, manager, tomas } = await peopleIn(crm);
      expect(await namesIn(admin)).toEqual([5, 4, 3, 2, 1]);
      expect(await namesIn(manager)).toEqual([4, 3, 2]);
      expect(await namesIn(tomas)).toEqual([3]);
    }),
  );

  test(
    'ASVS 8.2.2 a filter opens nothing more',
    withCrm(async (crm) => {
      const { admin, manager, tomas, nils } = await peopleIn(crm);
      expect(await namesIn(tomas, { memberId: nils.caller.memberId })).toEqual([]);
      expect(await namesIn(manager, { memberId: admin.caller.memberId })).toEqual([]);
      expect(await namesIn(manager, { memberId: nils.caller.memberId })).toEqual([4]);
    }),
  );

  test(
    'ASVS 8.2.2 what a deleted admin did stays out of a manager’s sight',
    withCrm(async (crm) => {
      const { admin, manager } = await peopleIn(crm);
      await crm.work('admin');
      const member = await admin.members.get(admin.caller.memberId);
      await admin.members.replace({ ...member, deletedAt: new Date().toISOString() });
      expect(await namesIn(manager)).toEqual([4, 3, 2]);
    }),
  );

  test(
    'ASVS 8.4.1 another workspace has a chain of its own',
    withCrm(async (crm) => {
      await peopleIn(crm);
      await withCrm(async (other) => {
        const admin = await other.work('admin');
        await admin.audit.add({ action: 'signed-in', by: byOf(admin) });
        expect(await namesIn(admin)).toEqual([1]);
      })();
    }),
  );
});

describe('the list', () => {
  test(
    'goes on where it ended, over months, while new entries come',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const months = ['2026-01', '2026-01', '2026-02', '2026-03', '2026-03'];
      for (const month of months) await addAt(crm, `${month}-10T10:00:00.000Z`, { action: 'signed-in', by: null });
      const first = await list(admin, { limit: 2 });
      expect(first.items.map(({ seq }) => seq)).toEqual([5, 4]);
      await addAt(crm, '2026-04-01T10:00:00.000Z', { action: 'signed-in', by: null });

      const second = await list(admin, { limit: 2, cursor: first.nextCursor! });
      expect(second.items.map(({ seq }) => seq)).toEqual([3, 2]);
      const third = await list(admin, { limit: 2, cursor: second.nextCursor! });
      expect(third).toMatchObject({ items: [{ seq: 1 }], nextCursor: null });
    }),
  );

  test.each(['1', 'before-', 'before-1 OR 1=1', 'eyJ'])('refuses the cursor %j, which is none of its own', (cursor) =>
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      await expect(list(admin, { cursor })).rejects.toMatchObject({ problem: { status: 400 } });
    })(),
  );

  test(
    'is narrowed by action, and by days of the business’s own calendar',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const moments = ['2026-01-31T22:59:59.999Z', '2026-01-31T23:00:00.000Z', '2026-02-01T22:59:59.999Z'];
      for (const moment of moments) await addAt(crm, moment, { action: 'signed-in', by: null });
      await addAt(crm, '2026-02-01T23:00:00.000Z', { action: 'signed-out', by: null });
      // The first of February in Oslo.
      expect(await namesIn(admin, { from: '2026-02-01', to: '2026-02-01' })).toEqual([3, 2]);
      expect(await namesIn(admin, { from: '2026-02-01' })).toEqual([4, 3, 2]);
      expect(await namesIn(admin, { to: '2026-01-31' })).toEqual([1]);
      expect(await namesIn(admin, { action: ['signed-out'] })).toEqual([4]);
      expect(await namesIn(admin, { action: ['signed-out', 'signed-in'], limit: 10 })).toHaveLength(4);
    }),
  );
});

test(
  'F088 the file holds the whole list, harmless for spreadsheet programs, and exporting it is written down',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    await admin.audit.add({
      action: 'member-verified',
      by: { memberId: 'm', name: '=HYPERLINK("https://elsewhere.example")' },
      on: { kind: 'member', id: 'd', name: 'Dipika Sarraf' },
      address: '203.0.113.7',
    });
    const { fileName, text } = await exportAudit(admin, {});
    expect(fileName).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/);
    let file = '';
    for await (const part of text) file += part;
    const lines = file.split('\r\n');
    expect(lines[0]).toBe('\uFEFFNumber,At,Who,Action,What,On,Network address,Hash');
    expect(lines[1]).toMatch(
      /^2,.*,A verified admin,audit-exported,A verified admin exported the audit log,,127.0.0.1,[\da-f]{64}$/,
    );
    expect(lines[2]).toContain(`"'=HYPERLINK(""https://elsewhere.example"")",member-verified,`);
    expect(lines[2]).toContain(',Dipika Sarraf,203.0.113.7,');
    expect(lines[3]).toBe('');
  }),
);
