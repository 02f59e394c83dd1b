import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startCosmos } from '../local/cosmos/server.ts';
import { stores } from './kept-stores.ts';

// Seen to fail with an unconditional ROLLBACK after a refused write: SQLite has rolled back by itself.

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'full-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** In the shell's blocks, of 512 or 1024 bytes: one or two megabytes. */
const fileBlocks = 2048;
const limited = `ulimit -f ${fileBlocks}; exec "$0" "$@"`;
const writer = join(import.meta.dirname, 'full-disk-writer.ts');

describe.each(stores)('$name', ({ name, file, open }) => {
  test('a full disk refuses the write by name, and goes on when there is room again', () => {
    const store = open(dir);
    store.limit(60);
    let acknowledged = 0;
    const fill = () => {
      for (;;) {
        store.write(acknowledged);
        acknowledged += 1;
      }
    };
    expect(fill).toThrow(`${file} cannot be written: database or disk is full`);
    expect(fill).toThrow(`${file} cannot be written`);
    expect(acknowledged).toBeGreaterThan(5);
    expect(store.count()).toBe(acknowledged);

    store.limit(10_000);
    for (let more = 0; more < 5; more += 1) store.write(acknowledged + more);
    expect(store.count()).toBe(acknowledged + 5);
    store.close();

    const again = open(dir);
    expect(again.count()).toBe(acknowledged + 5);
    again.close();
  });

  test('a file that the system lets grow no further: what was acknowledged is there after a start with room', () => {
    const said = execFileSync('sh', ['-c', limited, process.execPath, writer, name, dir], { encoding: 'utf8' });
    const { acknowledged, refusal, readable } = JSON.parse(said) as {
      acknowledged: number;
      refusal: string;
      readable: number;
    };
    expect(refusal).toContain(`${file} cannot be written`);
    expect(acknowledged).toBeGreaterThan(10);
    expect(readable).toBe(acknowledged);

    const store = open(dir);
    expect(store.count()).toBe(acknowledged);
    store.write(acknowledged);
    expect(store.count()).toBe(acknowledged + 1);
    store.close();
  });
});

test('the database on a full disk answers an error, still reads, and has all it acknowledged', async () => {
  const server = join(import.meta.dirname, '../local/cosmos/serve.ts');
  const child = spawn('sh', ['-c', limited, process.execPath, server, dir], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [connectionString] = (await once(createInterface(child.stdout), 'line')) as [string];
  const client = new CosmosClient(connectionString);
  const { database } = await client.databases.createIfNotExists({ id: 'crm' });
  const { container } = await database.containers.createIfNotExists({ id: 'tasks', partitionKey: '/workspaceId' });

  const acknowledged: string[] = [];
  const fill = async () => {
    for (;;) {
      const id = `task ${acknowledged.length}`;
      await container.items.create({ id, workspaceId: 'acme', text: 'x'.repeat(3000) });
      acknowledged.push(id);
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: 500, message: expect.stringContaining('cannot be written') });
  expect(acknowledged.length).toBeGreaterThan(10);
  expect((await container.item('task 0', 'acme').read()).statusCode).toBe(200);
  child.kill('SIGKILL');
  await gone;

  const roomy = await startCosmos({ port: 0, dir });
  const { items } = new CosmosClient(roomy.connectionString).database('crm').container('tasks');
  const { resources } = await items.query<string>('SELECT VALUE c.id FROM c', { partitionKey: 'acme' }).fetchAll();
  expect(resources).toEqual(acknowledged);
  await items.create({ id: 'one more', workspaceId: 'acme' });
  await roomy.close();
});
