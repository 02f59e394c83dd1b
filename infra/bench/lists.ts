import { accountRoutes } from '#domain/accounts/routes.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { Person } from '#infra/people/person.ts';
import { type Figure, show } from './figures.ts';
import { askShapes } from './lists/ask.ts';
import { login, startFilled } from './lists/filled.ts';
import { shapes } from './lists/shapes.ts';

/*
 * Lists at size: node infra/bench/lists.ts [folder] [times]. Each shape is asked 200 times, unless said otherwise, by one
 * caller at the functions host.
 */
const times = Number(process.argv[3] ?? 200);
const goal = { atMost: 60 };

await using stack = await startFilled(process.argv[2]);
const admin = await adminOf(stack.ready);
const figures: Figure[] = await askShapes(admin, shapes, { times, goal });
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
async function adminOf({ origin, api }: { origin: string; api: string }): Promise<Person> {
  const person = new Person(origin);
  await person.call(accountRoutes.signIn, { body: login });
  await person.call(memberRoutes.me);
  const direct = new Person(new URL(api).origin);
  direct.cookie = person.cookie;
  return direct;
}
