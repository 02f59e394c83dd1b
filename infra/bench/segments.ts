import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { type Figure, percentile, show } from './figures.ts';
import { somePayers, today, writeColumns } from './segments/columns.ts';
import { hasPandas, measurePandas } from './segments/pandas.ts';
import { hasPostgres, measurePostgres, startPostgres } from './segments/postgres.ts';

/*
 * One exact pass over all customers, from their four measures to cuts, scores and counts:
 * node infra/bench/segments.ts [sizes]. Beside it pandas and PostgreSQL on the same data, where they are installed
 * (PYTHON names another python). All begin when the data are loaded.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000, 1_000_000];
const repeats = 5;
const goals = { ms: 25, pandas: 20, ntile: 60 };
const largest = 1_000_000;

const withPandas = await hasPandas();
const withPostgres = await hasPostgres();
if (!withPandas) console.log('No pandas on this machine: nothing to compare with there (PYTHON names another python).');
if (!withPostgres) console.log('No PostgreSQL on this machine: nothing to compare with there.');

await using postgres = withPostgres ? await startPostgres() : null;
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-segments-'));
  try {
    show(`${size.toLocaleString('en')} customers`, await measure(size, folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(size: number, folder: string): Promise<Figure[]> {
  const payers = somePayers(size);
  const isLargest = size === largest;
  const { ms, cells, population } = measureOurs(payers);
  const figures: Figure[] = [
    { what: 'a pass', value: ms, unit: 'ms', ...(isLargest && { goal: { atMost: goals.ms } }) },
  ];
  if (!withPandas && !postgres) return figures;

  await writeColumns(folder, payers);
  if (withPandas) {
    const { version, qcut, rule, ...counted } = await measurePandas(folder, repeats);
    figures.push(
      { what: `pandas ${version}, qcut`, value: qcut, unit: 'ms' },
      { what: '  over ours', value: qcut / ms, unit: 'times' },
      { what: `pandas ${version}, our rule`, value: rule, unit: 'ms' },
      { what: '  over ours', value: rule / ms, unit: 'times', ...(isLargest && { goal: { atLeast: goals.pandas } }) },
      otherwise(counted.cells, cells),
      otherwise(counted.population, population),
    );
  }
  if (postgres) {
    const { version, ntile, rule, ...counted } = await measurePostgres(postgres, join(folder, 'payers.csv'), repeats);
    figures.push(
      { what: `PostgreSQL ${version}, NTILE`, value: ntile, unit: 'ms' },
      { what: '  over ours', value: ntile / ms, unit: 'times', ...(isLargest && { goal: { atLeast: goals.ntile } }) },
      { what: `PostgreSQL ${version}, percent_rank by our rule`, value: rule, unit: 'ms' },
      { what: '  over ours', value: rule / ms, unit: 'times' },
      otherwise(counted.cells, cells),
    );
  }
  return figures;
}

/** The middle of many passes, once the loops are compiled. */
function measureOurs(payers: Parameters<typeof summarise>[0]) {
  const pass = () => summarise(payers, { bins: usualSettings.bins, today });
  for (let warming = 0; warming < 20; warming += 1) pass();
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    pass();
    return performance.now() - start;
  });
  return { ms: percentile(times, 50), ...pass() };
}

/** Who counts the same customers by the same rule must come to the same counts. */
function otherwise(theirs: readonly number[], ours: readonly number[]): Figure {
  const differences = ours.reduce((sum, count, at) => sum + Math.abs(count - (theirs[at] ?? 0)), 0);
  return { what: '  customers counted otherwise', value: differences, unit: '', goal: { atMost: 0 } };
}
