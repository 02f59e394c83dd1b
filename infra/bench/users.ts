import type { BulkJob } from '#domain/members/bulk.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { Person } from '#infra/people/person.ts';
import { type Figure, show } from './figures.ts';
import { askShapes } from './lists/ask.ts';
import { first } from './lists/shapes.ts';
import { startWithUsers } from './users/filled.ts';
import { users } from './users/seed.ts';
import { shapes } from './users/shapes.ts';

/*
 * The user table at 4,400 users: node infra/bench/users.ts [times]. Each shape is asked 200 times, unless said
 * otherwise, by one caller at the functions host, and so are the loads of the 40 employees, who share 4,360 tasks;
 * then all who wait are verified as one job, and that is undone.
 */
const times = Number(process.argv[2] ?? 200);

const { stack, person } = await startWithUsers();
await using _ended = stack;

/** At the functions host itself, not through the site. */
const admin = new Person(new URL(stack.ready.api).origin);
admin.cookie = person.cookie;
await admin.call(memberRoutes.me);

const figures: Figure[] = await askShapes(admin, shapes, { times, goal: { atMost: 50 } });
const employees = await admin.call(memberRoutes.list, { query: { role: ['employee'], limit: 50 } });
const ids = employees.items.map((employee) => employee.id).join(',');
const loads = first('loads of a page of employees', memberRoutes.loads, () => ({ ids }));
figures.push(...(await askShapes(admin, [loads], { times, goal: { atMost: 100 } })));
const page = JSON.stringify((await admin.send(memberRoutes.list, { query: { limit: 50 } })).body);
figures.push({ what: 'a page of 50', value: Buffer.byteLength(page) / 1000, unit: 'kB', goal: { atMost: 60 } });

const goal = { atMost: 10 };
const { id } = await person.call(memberRoutes.bulk, {
  body: { action: 'verify', where: { filter: { verified: 'no' } } },
});
const verified = await comesTo('done');
figures.push({ what: `${verified.changed} verified`, value: verified.seconds, unit: 's', goal });
figures.push({ what: 'progress seen', value: verified.seen, unit: 'times', goal: { atLeast: 5 } });
await person.call(memberRoutes.undoBulk, { params: { jobId: id } });
const undone = await comesTo('undone');
figures.push({ what: `${undone.restored} given back`, value: undone.seconds, unit: 's', goal });
show(`Users: ${users.toLocaleString('en')}`, figures);

async function comesTo(state: BulkJob['state']): Promise<BulkJob & { seconds: number; seen: number }> {
  const begun = performance.now();
  const seen = new Set<number>();
  for (;;) {
    const job = await person.call(memberRoutes.bulkJob, { params: { jobId: id } });
    seen.add(job.done);
    const seconds = (performance.now() - begun) / 1000;
    if (job.state === state) return { ...job, seconds, seen: seen.size };
    if (job.state === 'failed' || seconds > 120) throw new Error(`The job is ${job.state}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
