import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { openBusiness } from '#infra/people/business.ts';
import { Person } from '#infra/people/person.ts';
import { build } from '../../build.ts';
import { startChild } from '../child.ts';
import { seedLists } from './seed.ts';

type Stack = { origin: string; api: string; mailUrl: string; settings: Record<string, string> };

export const login = { email: 'ada@bench.example', password: 'correct horse battery', slug: 'bench' };
const note = (line: string): void => console.log(`  ${line}`);

/** The built product with a business of 100,000 customers. In a folder that is named the data stays, and is found again. */
export async function startFilled(folder: string | undefined) {
  const kept = folder && resolve(folder);
  await build();
  if (kept) await mkdir(kept, { recursive: true });
  const stack = await startChild<Stack>('stack.ts', ...(kept ? [kept] : []));
  const mark = kept && join(kept, 'bench.json');
  const isFilled = mark !== undefined && (await readFile(mark).catch(() => null)) !== null;
  if (!isFilled) {
    const opening = { ...login, businessName: 'Bench', currency: 'USD', timeZone: 'Europe/Oslo', name: 'Ada' };
    const { me } = await openBusiness(stack.ready, opening);
    await fill(me.workspace.id, stack.ready.settings);
    if (mark) await writeFile(mark, '{}');
  }
  return stack;
}

export async function signedIn({ origin }: Pick<Stack, 'origin'>): Promise<Person> {
  const person = new Person(origin);
  await person.call(accountRoutes.signIn, { body: login });
  await person.call(memberRoutes.me);
  return person;
}

/** At the functions host itself, not through the site: for reading only, as it is another origin. */
export async function adminOf(stack: Pick<Stack, 'origin' | 'api'>): Promise<Person> {
  const direct = new Person(new URL(stack.api).origin);
  direct.cookie = (await signedIn(stack)).cookie;
  return direct;
}

/** Written in this process by the product's stores, and scored by the running product, which is waited for. */
async function fill(workspaceId: string, settings: Record<string, string>): Promise<void> {
  Object.assign(process.env, settings);
  const { systemWork } = await import('#functions/work.ts');
  const work = systemWork(workspaceId, (error) => console.error(error));
  await seedLists(work, note);
  const { payers } = await work.segments.summary();
  note(`scoring, ${payers} so far`);
  let quiet = 0;
  let seen = -1;
  while (quiet < 10) {
    const { version } = await work.segments.summary();
    quiet = version === seen && version > 0 ? quiet + 1 : 0;
    seen = version;
    await new Promise((done) => setTimeout(done, 500));
  }
  note(`${(await work.segments.summary()).payers} customers have paid`);
}
