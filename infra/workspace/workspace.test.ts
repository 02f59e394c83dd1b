import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { password } from '#functions/testing/join-business.ts';
import { untilQuiet, watch } from '#functions/testing/traces.ts';
import { type Business, twoBusinesses } from '#functions/testing/two-businesses.ts';
import { Person } from '../people/person.ts';
import { everythingStored } from '../reliability/everything-stored.ts';
import { startProduct } from '../testing/product.ts';

const root = join(import.meta.dirname, '../..');
let product: Awaited<ReturnType<typeof startProduct>>;
let dir: string;
beforeAll(async () => {
  product = await startProduct();
  dir = await mkdtemp(join(tmpdir(), 'starone-backup-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
  await product.close();
});

/** The command as an operator runs it. */
async function workspace(...args: string[]) {
  const script = [join(root, 'infra/workspace.ts'), ...args, '--storage', product.settings.STORAGE];
  const child = spawn(process.execPath, script, { cwd: dir });
  const [said, failed, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { said, failed, code };
}

/** What each of its people sees; sessions are new. */
async function seenBy({ ids }: Business, emails: readonly string[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (const email of emails) {
    const person = new Person(product.origin);
    await person.call(accountRoutes.signIn, { body: { email, password, slug: ids.slug } });
    const { member } = await person.call(memberRoutes.me);
    const isLeader = member.role === 'admin' || member.role === 'manager';
    seen.push({
      member: { ...member, version: null },
      tasks: (await person.call(taskRoutes.list)).items.map((task) => ({ ...task, version: null })),
      payments: (await person.call(paymentRoutes.list)).items.map(({ id, amount, status }) => [id, amount, status]),
      rooms: (await person.call(roomRoutes.list)).items.map(({ roomId, lastLine, unread }) => [
        roomId,
        lastLine,
        unread,
      ]),
      customers: isLeader && (await person.call(customerRoutes.list)).items.map(({ id, name }) => [id, name]),
    });
  }
  return seen;
}

/** What is kept of a business under its own key, wherever it is. */
async function leftOf(workspaceId: string): Promise<string[]> {
  const left: string[] = [];
  for await (const { where, text: content } of everythingStored(product.settings))
    if (content.includes(`"workspaceId":"${workspaceId}"`) && !where.startsWith('accounts ')) left.push(where);
    else if (where.includes(workspaceId)) left.push(where);
  return left;
}

test('R15 F402 npm run workspace: a business is backed up, taken away and made again, while another goes on', async () => {
  const where = { origin: product.origin, mailUrl: product.azure.mail.url, settings: product.settings };
  const [ours, theirs] = await twoBusinesses(where);
  const { slug } = ours.ids;
  const { id: workspaceId } = (await ours.people.admin.call(memberRoutes.me)).workspace;
  const mailsOf = async ({ people }: Business) =>
    Promise.all(Object.values(people).map(async (one) => (await one.call(memberRoutes.me)).member.email));
  const [ourMails, theirMails] = [await mailsOf(ours), await mailsOf(theirs)];
  const traces = await watch({ settings: product.settings, mailUrl: where.mailUrl });
  await untilQuiet(traces);
  const before = { ours: await seenBy(ours, ourMails), theirs: await seenBy(theirs, theirMails) };
  const sentMails = async () => ((await (await fetch(`${where.mailUrl}/messages`)).json()) as unknown[]).length;

  expect(await workspace('export', slug, 'backup.zip')).toMatchObject({ code: 0, failed: '' });
  expect(await workspace('import', slug, 'backup.zip')).toMatchObject({
    code: 1,
    failed: expect.stringContaining('here already'),
  });
  expect(await workspace('wipe', slug)).toMatchObject({ code: 1, failed: expect.stringContaining('--yes') });
  expect(await workspace('wipe', slug, '--yes', '--quiet', '2')).toMatchObject({ code: 0, failed: '' });
  expect((await ours.people.admin.send(memberRoutes.me)).status).toBe(401);
  await untilQuiet(traces);
  const mails = await sentMails();
  // A message to look after an import comes half a minute late, and is thrown away then.
  await expect.poll(() => leftOf(workspaceId), { timeout: 45_000, interval: 1000 }).toEqual([]);
  const [admin] = ourMails;
  const body = { email: admin, password, slug };
  expect((await new Person(product.origin).send(accountRoutes.signIn, { body })).status).toBe(404);

  const bytes = await readFile(join(dir, 'backup.zip'));
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(join(dir, 'broken.zip'), bytes);
  expect(await workspace('import', slug, 'broken.zip')).toMatchObject({ code: 1 });
  expect(await workspace('import', 'another-address', 'backup.zip')).toMatchObject({ code: 1 });

  expect(await workspace('import', slug, 'backup.zip')).toMatchObject({ code: 0, failed: '' });
  await untilQuiet(traces);
  expect(await sentMails()).toBe(mails);
  expect(await seenBy(ours, ourMails)).toEqual(before.ours);
  expect(await seenBy(theirs, theirMails)).toEqual(before.theirs);
}, 180_000);
