import { describe, expect, test } from 'vitest';
import { keptDays, linkMinutes } from '#domain/exports/export.ts';
import { gathered } from '#functions/exports/archive-reader.ts';
import { newEmail } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { archives, removeOldArchives } from './archives.ts';
import { failExport, runExport } from './run-export.ts';
import { linkArchive, openArchiveOf } from './fetch-archive.ts';
import { startExport } from './start-export.ts';
import { contentsOf } from './testing/backups.ts';

const later = (work: Work, ms: number): Work => ({ ...work, now: () => new Date(Date.now() + ms) });
const dayMs = 86_400_000;

async function exported(crm: Crm) {
  const admin = await crm.work('admin');
  const { id } = await startExport(admin);
  await runExport(crm.system(), id);
  return { admin, id, job: await admin.exports.get(id) };
}

describe('F402 a copy of the business', () => {
  test(
    'is one at a time, and says what it holds when it is done',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const first = await startExport(admin);
      expect(await startExport(await crm.work('admin'))).toEqual(first);
      await runExport(crm.system(), first.id);
      const job = await admin.exports.get(first.id);
      expect(job).toMatchObject({ state: 'done', files: 0, by: { name: 'A verified admin' } });
      expect(job.documents).toBeGreaterThan(3);
      expect((await startExport(admin)).id).not.toBe(first.id);
      const actions = (await admin.audit.newest({ limit: 5 })).map(({ action }) => action);
      expect(actions).toEqual(['workspace-exported', 'workspace-exported']);
    }),
  );

  test(
    'that stands still is no reason to wait, and a second worker leaves a finished one alone',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const { id } = await startExport(admin);
      expect((await startExport(later(admin, 3_600_000))).id).not.toBe(id);
      await runExport(crm.system(), id);
      const done = await admin.exports.get(id);
      await runExport(crm.system(), id);
      await failExport(crm.system(), id);
      expect(await admin.exports.get(id)).toEqual(done);
    }),
  );

  test(
    'holds neither passwords, nor what opens an invitation, nor browsers that get pushes',
    withCrm(async (crm) => {
      const { invitations, notifications, members, newId, now } = crm.system();
      const email = newEmail();
      await invitations.put({
        id: invitations.idFor(email),
        email,
        role: 'employee',
        name: null,
        age: null,
        hasPassword: true,
        invitedBy: 'Ines',
        createdAt: now().toISOString(),
        expiresAt: now().toISOString(),
        acceptedAt: null,
        claimedUntil: null,
        tokenHash: 'the hash of a word',
        passwordHash: 'the hash of a password',
      });
      await crm.work('employee');
      const [memberId] = await members.idsOf({});
      const subscription = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } };
      await notifications.subscribe(memberId!, { subscription, sessionId: newId(), at: now().toISOString() });

      const { id, admin } = await exported(crm);
      const { manifest, documents } = await contentsOf(admin.exports.blobName(id));
      expect(manifest.kind).toBe('copy');
      expect(JSON.stringify(documents)).toContain(email);
      for (const secret of ['the hash of', 'push.example']) expect(JSON.stringify(documents)).not.toContain(secret);
      expect(documents['accounts']).toBeUndefined();
    }),
  );
});

describe('the file of a copy', () => {
  test(
    'is fetched by a word that is good for ten minutes',
    withCrm(async (crm) => {
      const { admin, id, job } = await exported(crm);
      const { token } = await linkArchive(admin, id);
      const file = await openArchiveOf(admin, id, token);
      expect((await gathered(file.bytes)).byteLength).toBe(job.bytes);
      expect(file).toMatchObject({ type: 'application/zip', disposition: 'attachment' });
      expect(file.fileName).toMatch(/^shop-[\w-]+\.zip$/);
      const [noted] = await admin.audit.newest({ limit: 1 });
      expect(noted).toMatchObject({ action: 'workspace-export-taken', by: { memberId: admin.caller.memberId } });

      expect(await refusalOf(openArchiveOf(admin, id, `${token.slice(1)}a`))).toMatchObject({ status: 404 });
      const afterwards = later(admin, linkMinutes * 60_000);
      expect(await refusalOf(openArchiveOf(afterwards, id, token))).toMatchObject({ status: 410 });
    }),
  );

  test(
    'is there when it is done, and for seven days',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      const { id } = await startExport(admin);
      expect(await refusalOf(linkArchive(admin, id))).toMatchObject({ status: 409 });
      await failExport(crm.system(), id);
      expect(await refusalOf(linkArchive(admin, id))).toMatchObject({ status: 409 });

      const done = await exported(crm);
      expect(await refusalOf(linkArchive(later(admin, keptDays * dayMs), done.id))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'Q47 is removed on its seventh day, with whoever was erased meanwhile in it',
    withCrm(async (crm) => {
      const { admin, id } = await exported(crm);
      const file = archives.getBlobClient(admin.exports.blobName(id));
      const ours = `${crm.workspace.id}/`;
      await removeOldArchives(new Date(Date.now() + (keptDays - 1) * dayMs), ours);
      expect(await file.exists()).toBe(true);
      await removeOldArchives(new Date(Date.now() + keptDays * dayMs + 60_000), ours);
      expect(await file.exists()).toBe(false);
    }),
  );
});
