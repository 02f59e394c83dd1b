import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginningOf, linkAfter } from '#domain/audit/chain.ts';
import { createContainers } from '../local/cosmos/create-containers.ts';
import { type CosmosForTests, openCosmos } from '../local/cosmos/with-cosmos.ts';

const root = join(import.meta.dirname, '../..');
const [workspaceId, month] = ['w1', '2026-01'];

/** The command as a person runs it. */
async function check(cosmos: string, slug: string) {
  const script = join(root, 'infra/audit.ts');
  const child = spawn(process.execPath, [script, '--workspace', slug, '--cosmos', cosmos], { cwd: root });
  const [said, failed, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { said, failed, code };
}

/** A business whose chain has three entries. */
async function businessIn({ client, cosmos }: CosmosForTests) {
  await createContainers(cosmos, join(root, 'bicep/containers'));
  const crm = client.database('crm');
  await crm.container('accounts').items.create({ id: 'w|marlow-street', pk: 'w|marlow-street', workspaceId });
  const audit = crm.container('audit');
  let end = beginningOf(workspaceId);
  for (const action of ['signed-in', 'member-verified', 'signed-out']) {
    const entry = await linkAfter(end, { action, at: `${month}-10T10:00:00.000Z` });
    await audit.items.create({ entry, id: String(entry.seq), kind: 'entry', workspaceId, month });
    end = entry;
  }
  await audit.items.create({ seq: end.seq, hash: end.hash, id: 'head', kind: 'head', workspaceId, month });
  await audit.items.create({ id: 'chain', workspaceId, month: 'chain', months: [month] });
  return { audit, end };
}

test('F088 npm run audit counts a chain that holds and names its head, and fails at the first broken entry', async () => {
  const local = await openCosmos();
  try {
    const { audit, end } = await businessIn(local);
    const { connectionString } = local.cosmos;
    expect(await check(connectionString, 'marlow-street')).toEqual({
      said: `Entries checked: 3\nHead: 3 ${end.hash}\n`,
      failed: '',
      code: 0,
    });
    expect(await check(connectionString, 'nobody')).toMatchObject({
      failed: expect.stringContaining('nobody'),
      code: 1,
    });

    await audit.item('2', [workspaceId, month]).patch([{ op: 'set', path: '/entry/action', value: 'signed-in' }]);
    expect(await check(connectionString, 'marlow-street')).toMatchObject({
      said: expect.stringMatching(/^Entries checked: 1\n/),
      failed: 'Entry 2 is broken: its content is not what was written.\n',
      code: 1,
    });
  } finally {
    await local.stop();
  }
});
