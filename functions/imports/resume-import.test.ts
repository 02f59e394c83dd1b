import { expect, test } from 'vitest';
import { withCrm } from '#functions/testing/with-crm.ts';
import { resumeImport } from './resume-import.ts';
import { startImport } from './start-import.ts';

const bytes = new TextEncoder().encode('customer,date,amount\n1,2026-01-05,10.00\n');

test(
  'an import that stands still is queued again; one that moved, is done or is unknown is left alone',
  withCrm(async (crm) => {
    const { id: importId, updatedAt } = await startImport(await crm.work('admin'), { bytes, fileName: null });
    const system = crm.system();
    expect(await resumeImport(system, { importId, updatedAt })).toBe(true);
    expect(await resumeImport(system, { importId: crypto.randomUUID(), updatedAt })).toBe(false);

    const later = new Date(Date.parse(updatedAt) + 1000).toISOString();
    const job = await system.imports.get(importId);
    const moved = await system.imports.keepProgress({ ...job, state: 'running', updatedAt: later });
    expect(await resumeImport(system, { importId, updatedAt })).toBe(false);
    expect(await resumeImport(system, { importId, updatedAt: later })).toBe(true);

    await system.imports.keepProgress({ ...moved!, state: 'done' });
    expect(await resumeImport(system, { importId, updatedAt: later })).toBe(false);
  }),
);
