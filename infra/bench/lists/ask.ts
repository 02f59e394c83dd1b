import type { Person } from '#infra/people/person.ts';
import { type Figure, percentile } from '../figures.ts';
import type { Shape } from './shapes.ts';

/** Asks each shape so many times, by one caller; one that is read page by page goes on by its cursor and begins again. */
export async function askShapes(
  caller: Person,
  shapes: readonly Shape[],
  { times, goal }: { times: number; goal: { atMost: number } },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const shape of shapes) {
    const took: number[] = [];
    let cursor: string | null = null;
    let rows = 0;
    for (let turn = 0; turn < times; turn++) {
      const query = { ...shape.query(turn), ...(shape.isPaged && cursor && { cursor }) };
      const begun = performance.now();
      const { status, body } = await caller.send(shape.route, { query });
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
  return figures;
}
