import { customerRoutes } from '#domain/customers/routes.ts';
import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { groupRoutes } from '#domain/groups/routes.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import { rebuilt } from '../seeds/rebuilt.ts';
import { type Figure, percentile, show } from './figures.ts';
import { askShapes } from './lists/ask.ts';
import { adminOf, signedIn, startFilled } from './lists/filled.ts';
import { segmentShapes } from './lists/segment-shapes.ts';
import { first, type Shape, turning } from './lists/shapes.ts';

/*
 * What the pages of segments ask, at size: node infra/bench/segment-pages.ts [folder] [times], the folder as of lists.ts.
 * By one caller at the functions host.
 */
const times = Number(process.argv[3] ?? 100);

await using stack = await startFilled(process.argv[2]);
const admin = await adminOf(stack.ready);

const begun = performance.now();
await rebuilt(await signedIn(stack.ready));
const figures: Figure[] = [
  { what: 'compared with all payments, and all views made anew', value: performance.now() - begun, unit: 'ms' },
];

const { items } = await admin.call(customerRoutes.list, { query: { sort: '-monetary', limit: 100 } });
const customer = turning(items.map(({ id }) => id));
const pages: Shape[] = [
  first('how each measure lies', segmentRoutes.distributions, () => ({})),
  first('who moved this week', trendRoutes.movement, () => ({})),
  first('groups', groupRoutes.read, () => ({})),
  first('forecast', forecastRoutes.read, () => ({})),
  first('places', placeRoutes.customers, () => ({})),
  first('seasons', trendRoutes.seasons, () => ({})),
  first('towns that begin so', placeRoutes.search, (turn) => ({ q: turning(['b', 'san', 'oslo', 'new y'])(turn) })),
];
const goal = { atMost: 100 };
figures.push(...(await askShapes(admin, segmentShapes, { times, goal })));
figures.push(...(await askShapes(admin, pages, { times, goal })));
figures.push(await standings());
show('Segments: 100,000 customers, 100,000 payments', figures);

/** One customer after another, explained. */
async function standings(): Promise<Figure> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const asked = performance.now();
    await admin.call(segmentRoutes.standing, { params: { customerId: customer(turn) } });
    took.push(performance.now() - asked);
  }
  return { what: 'a customer explained', value: percentile(took, 95), unit: 'ms p95' };
}
