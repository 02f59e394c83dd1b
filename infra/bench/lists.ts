import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { openBusiness } from '#infra/people/business.ts';
import { Person } from '#infra/people/person.ts';
import { build } from '../build.ts';
import { startChild } from './child.ts';
import { type Figure, percentile, show } from './figures.ts';
import { seedLists } from './lists/seed.ts';
import { shapes } from './lists/shapes.ts';

/*
 * Lists at size: node infra/bench/lists.ts [folder] [times]. With a folder the data stays in it, and the next run finds
 * it. Each shape is asked 200 times, unless said otherwise, by one caller at the functions host; one that is read page
 * by page goes on by its cursor and begins again at its end.
 */
const times = Number(process.argv[3] ?? 200);
const goal = { atMost: 60 };

type Stack = { origin: string; api: string; mailUrl: string; settings: Record<string, string> };
const kept = process.argv[2] && resolve(process.argv[2]);
const note = (line: string): void => console.log(`  ${line}`);

await build();
if (kept) await mkdir(kept, { recursive: true });
await using stack = await startChild<Stack>('stack.ts', ...(kept ? [kept] : []));
const admin = await adminOf(stack.ready);
const figures: Figure[] = [];
for (const shape of shapes) {
  const took: number[] = [];
  let cursor: string | null = null;
  let rows = 0;
  for (let turn = 0; turn < times; turn++) {
    const query = { ...shape.query(turn), ...(shape.isPaged && cursor && { cursor }) };
    const begun = performance.now();
    const { status, body } = await admin.send(shape.route, { query });
    took.push(performance.now() - begun);
    if (status !== 200) throw new Error(`${shape.what}: ${status} ${JSON.stringify(body)}`);
    const page = body as { items?: unknown[]; nextCursor?: string | null };
    rows += page.items?.length ?? 0;
    cursor = page.nextCursor ?? null;
  }
  const [p50, p95, max] = [50, 95, 100].map((part) => percentile(took, part));
  const what = `${shape.what} (p50 ${p50!.toFixed(1)}, max ${max!.toFixed(0)}, ${Math.round(rows / times)} rows)`;
  figures.push({ what, value: p95!, unit: 'ms p95', goal });
}
for (const [what, route] of [
  ['customers', customerRoutes.export],
  ['payments', paymentRoutes.export],
] as const) {
  const begun = performance.now();
  const { body } = await admin.send(route);
  const lines = String(body).split('\r\n').length - 2;
  figures.push({
    what: `all ${lines} ${what} as a file`,
    value: performance.now() - begun,
    unit: 'ms',
    goal: { atMost: 10_000 },
  });
}
show('Lists: 100,000 customers, 20,000 tasks, 100,000 payments', figures);

/** At the functions host itself, not through the site. */
async function adminOf({ origin, api, mailUrl, settings }: Stack): Promise<Person> {
  const file = kept && join(kept, 'bench.json');
  const before = file && (await readFile(file, 'utf8').catch(() => null));
  const login = { email: 'ada@bench.example', password: 'correct horse battery', slug: 'bench' };
  if (!before) {
    const opening = { ...login, businessName: 'Bench', currency: 'USD', timeZone: 'Europe/Oslo', name: 'Ada' };
    const { me } = await openBusiness({ origin, mailUrl }, opening);
    await fill(me.workspace.id, settings);
    if (file) await writeFile(file, '{}');
  }
  const person = new Person(origin);
  await person.call(accountRoutes.signIn, { body: login });
  await person.call(memberRoutes.me);
  const direct = new Person(new URL(api).origin);
  direct.cookie = person.cookie;
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
