import { describe, expect, test } from 'vitest';
import type { Document, Migration } from '#domain/schema/migrations.ts';
import { migrateDocument } from './migrate-document.ts';
import { rehearseMigration } from './rehearse-migration.ts';
import { runMigrations } from './run-migrations.ts';
import { ownDatabase } from './testing/own-database.ts';

const schema = { version: 2, oldest: 1 };
const later = () => new Date(Date.now() + 60_000);

const splitName: Migration = {
  id: 'members-given-name',
  to: 2,
  container: 'workspaces',
  migrate: (member) => ('givenName' in member ? null : { ...member, givenName: String(member['name']).split(' ')[0] }),
};

/** The same, with a document it cannot read. */
const stopsAt = (id: string): Migration => ({
  ...splitName,
  migrate: (member: Document) => {
    if (member.id === id) throw new TypeError(`What is ${String(member['name'])}?`);
    return splitName.migrate(member);
  },
});

describe('the version', () => {
  test('where nothing is stored yet it is the one the program writes', async () => {
    await using own = await ownDatabase();
    expect(await own.version()).toBe(1);
  });

  test('a program without migrations to it raises it all the same', async () => {
    await using own = await ownDatabase();
    const { database } = own;
    expect(await runMigrations({ database, schema, migrations: [], until: later() })).toBe(2);
    expect(await own.version()).toBe(2);
  });

  test('an older program leaves a newer version as it is', async () => {
    await using own = await ownDatabase();
    const { database } = own;
    await runMigrations({ database, schema, migrations: [], until: later() });
    expect(await runMigrations({ database, schema: { version: 1, oldest: 1 }, migrations: [], until: later() })).toBe(
      2,
    );
  });
});

test('every document of every business is brought to the new shape, and a repeat changes none', async () => {
  await using own = await ownDatabase();
  const { database } = own;
  await own.addMembers(150);
  const run = () => runMigrations({ database, schema, migrations: [splitName], until: later() });

  expect(await run()).toBe(2);
  const members = await own.members();
  expect(members.filter(({ givenName }) => givenName === 'Member')).toHaveLength(150);
  expect(await run()).toBe(2);
  expect((await own.members()).map(({ _etag }) => _etag)).toEqual(members.map(({ _etag }) => _etag));
});

test('documents below two keys are found again', async () => {
  await using own = await ownDatabase();
  const { database } = own;
  await database.container('seats').items.create({ id: 's', workspaceId: 'w', memberId: 'm' });
  const migration: Migration = {
    id: 'seats-muted',
    to: 2,
    container: 'seats',
    migrate: (seat) => ('isMuted' in seat ? null : { ...seat, isMuted: false }),
  };
  await runMigrations({ database, schema, migrations: [migration], until: later() });
  expect(await own.seats()).toMatchObject([{ id: 's', isMuted: false }]);
});

describe('a migration that fails half-way', () => {
  test('leaves the version, says where it stopped without what stood there, and goes on from there when mended', async () => {
    await using own = await ownDatabase();
    const { database } = own;
    await own.addMembers(250);
    const run = (migration: Migration) => runMigrations({ database, schema, migrations: [migration], until: later() });

    await expect(run(stopsAt('m170'))).rejects.toThrow('members-given-name stopped at the document m170 of workspaces');
    expect(await own.version()).toBe(1);
    const progress = await own.progressOf('members-given-name');
    expect(progress.failed).toEqual({ documentId: 'm170', reason: 'TypeError' });
    expect(progress.seen).toBe(100);
    expect((await own.members()).filter((member) => 'givenName' in member).length).toBeGreaterThanOrEqual(100);

    expect(await run(splitName)).toBe(2);
    expect((await own.members()).every(({ givenName }) => givenName === 'Member')).toBe(true);
    expect(await own.progressOf('members-given-name')).toMatchObject({ failed: null });
  });

  test('what the old program writes meanwhile is migrated in the end', async () => {
    await using own = await ownDatabase();
    const { database } = own;
    await own.addMembers(120);
    const run = (migration: Migration) => runMigrations({ database, schema, migrations: [migration], until: later() });
    await expect(run(stopsAt('m110'))).rejects.toThrow('stopped');

    await database.container('workspaces').items.upsert({ id: 'm1', workspaceId: 'w1', name: 'Renamed meanwhile' });
    expect(await run(splitName)).toBe(2);
    const renamed = (await own.members()).find(({ id }) => id === 'm1');
    expect(renamed).toMatchObject({ name: 'Renamed meanwhile', givenName: 'Renamed' });
  });
});

test('a run whose time is over is gone on with by the next', async () => {
  await using own = await ownDatabase();
  const { database } = own;
  await own.addMembers(3);
  const run = (until: Date) => runMigrations({ database, schema, migrations: [splitName], until });
  expect(await run(new Date(0))).toBe(1);
  expect(await run(later())).toBe(2);
});

describe('one document', () => {
  test('that somebody changed since it was read is left to them', async () => {
    await using own = await ownDatabase();
    const container = own.database.container('workspaces');
    await own.addMembers(1);
    const [read] = await own.members();
    await container.items.upsert({ id: 'm0', workspaceId: 'w0', name: 'Quicker' });
    expect(await migrateDocument({ container, paths: ['/workspaceId'], now: new Date() }, splitName, read!)).toBe(
      false,
    );
    expect(await own.members()).toMatchObject([{ name: 'Quicker' }]);
  });

  test('goes when it would have gone', async () => {
    await using own = await ownDatabase();
    const container = own.database.container('workspaces');
    await container.items.create({ id: 'm0', workspaceId: 'w0', name: 'Ada', ttl: 600 });
    const [read] = await own.members();
    const now = new Date((read!._ts + 100) * 1000);
    await migrateDocument({ container, paths: ['/workspaceId'], now }, splitName, read!);
    expect(await own.members()).toMatchObject([{ givenName: 'Ada', ttl: 500 }]);
  });
});

test('a rehearsal counts what would change and names where it would stop, and writes nothing', async () => {
  await using own = await ownDatabase();
  await own.addMembers(130);
  const before = await own.members();
  expect(await rehearseMigration(own.database, stopsAt('m7'))).toEqual({
    seen: 130,
    wouldChange: 129,
    wouldFail: ['m7'],
  });
  expect(await own.members()).toEqual(before);
});
